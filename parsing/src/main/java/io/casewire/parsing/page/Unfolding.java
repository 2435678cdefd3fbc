package io.casewire.parsing.page;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.Endings;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a document whose outline ran together on one line its paragraphs back. A marker counts where a sentence ended
 * before it, or where only a short heading stands between it and the marker of the level above, and where its number is
 * the next one.
 */
final class Unfolding {
    private static final int MIN_LENGTH = 400;
    /** Where hardly anything stands beside it, a paragraph is the document. */
    private static final int MIN_WHOLE_LENGTH = 150;

    private static final int MAX_BESIDE = 2;
    private static final int MAX_HEADING_LENGTH = 30;
    /** What the title of a document ends with, right before its first chapter. */
    private static final Endings TITLES =
            Endings.of("方案", "计划", "意见", "措施", "清单", "要点", "分工", "规划", "举措", "通知", "（试行）", "年）");

    private Unfolding() {}

    static List<Block> unfold(List<Block> blocks) {
        List<Block> unfolded = new ArrayList<>(blocks.size());
        Outline outline = new Outline(blocks.size() <= MAX_BESIDE + 1 ? MIN_WHOLE_LENGTH : MIN_LENGTH);
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
                unfolded.addAll(split(paragraph, outline));
            } else {
                unfolded.add(block);
            }
        }
        return unfolded;
    }

    private static List<Paragraph> split(Paragraph paragraph, Outline outline) {
        List<Integer> starts = outline.starts(paragraph.text());
        if (starts.isEmpty()) {
            return List.of(paragraph);
        }
        List<Paragraph> parts = new ArrayList<>();
        int from = 0;
        for (int start : starts) {
            add(parts, paragraph, from, start);
            from = start;
        }
        add(parts, paragraph, from, paragraph.text().length());
        return parts;
    }

    private static void add(List<Paragraph> parts, Paragraph paragraph, int from, int to) {
        if (to > from && !paragraph.text().substring(from, to).isBlank()) {
            parts.add(paragraph.slice(from, to));
        }
    }

    private static final class Outline {
        private final int least;
        private String text = "";
        /** Once one paragraph has proved to hold an outline, shorter ones beside it may hold the rest. */
        private boolean folded;

        private int chapter;
        private int section;
        private int item;
        private int chapters;
        private int sections;
        private int items;
        private int lastEnd;
        private int lastRank = -1;

        Outline(int least) {
            this.least = least;
        }

        /** Where the parts of a paragraph begin; empty where too few follow each other to be an outline. */
        List<Integer> starts(String paragraph) {
            text = paragraph;
            chapters = 0;
            sections = 0;
            items = 0;
            lastEnd = -MAX_HEADING_LENGTH;
            List<Integer> starts = new ArrayList<>();
            Marker first = Marker.read(text);
            if (first != null && first.style().rank() <= Style.ARABIC.rank()) {
                accept(first);
            }
            if (text.length() < least && !folded) {
                return starts;
            }
            for (int i = first == null ? 0 : first.end(); i < text.length(); i++) {
                Marker marker = markerAt(i);
                if (marker != null && isNext(marker)) {
                    starts.add(i);
                    accept(marker);
                    i = Math.max(i, marker.end() - 1);
                }
            }
            boolean outline = chapters >= 2 || sections >= 3 || items >= 4;
            folded |= outline;
            return folded ? starts : List.of();
        }

        private @Nullable Marker markerAt(int at) {
            char c = text.charAt(at);
            boolean possible = c == '（' || (c >= '0' && c <= '9') || "一二三四五六七八九十".indexOf(c) >= 0;
            if (!possible || !mayBegin(at)) {
                return null;
            }
            Marker marker = Marker.readAt(text, at);
            if (marker == null
                    || marker.style() == Style.RUN_IN
                    || marker.style().rank() > Style.ARABIC.rank()) {
                return null;
            }
            return marker;
        }

        private boolean mayBegin(int at) {
            if (at == 0) {
                return true;
            }
            char before = text.charAt(at - 1);
            if (Glyphs.isSentenceEnd(before) || before == '：' || before == '）' || before == '”' || before == ' ') {
                return true;
            }
            if (lastRank < 0 && text.charAt(at) == '一' && TITLES.areAtEnd(text, 0, at)) {
                return true;
            }
            return lastRank >= 0 && at - lastEnd <= MAX_HEADING_LENGTH && at > lastEnd && isPlain(lastEnd, at);
        }

        private boolean isPlain(int from, int to) {
            for (int i = from; i < to; i++) {
                if ("，。；：（".indexOf(text.charAt(i)) >= 0) {
                    return false;
                }
            }
            return true;
        }

        private boolean isNext(Marker marker) {
            int number = marker.number();
            return switch (marker.style()) {
                case HAN -> number == chapter + 1;
                case HAN_PAREN -> number == section + 1 || (number == 1 && lastRank <= Style.HAN.rank());
                case ARABIC -> number == item + 1 || (number == 1 && lastRank <= Style.HAN_PAREN.rank());
                default -> false;
            };
        }

        private void accept(Marker marker) {
            switch (marker.style()) {
                case HAN -> {
                    // （四） may go on counting in the second chapter, or begin anew
                    chapter = marker.number();
                    chapters++;
                }
                case HAN_PAREN -> {
                    section = marker.number();
                    sections++;
                }
                default -> {
                    item = marker.number();
                    items++;
                }
            }
            lastRank = marker.style().rank();
            lastEnd = marker.end();
        }
    }
}
