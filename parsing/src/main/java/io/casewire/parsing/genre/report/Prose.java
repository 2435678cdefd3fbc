package io.casewire.parsing.genre.report;

import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the prose above a table of innovations to the row it tells of. Only a sentence that opens with a row's zone and its
 * exact name begins a passage; the passage ends where the next one begins, at a heading, at a paragraph of a new point
 * (二是…), or where the text turns to another zone. What is not certain stays unplaced.
 */
final class Prose {
    /** Between the beginning of the sentence and the name stand the zones and a few words. */
    private static final int MAX_OPENING_LENGTH = 60;

    private static final int MAX_HEADING_LENGTH = 60;

    private final Names names;
    private final List<List<Paragraph>> passages = new ArrayList<>();
    private final boolean[] told;
    private int current = -1;

    private Prose(List<Named> rows) {
        this.names = new Names(rows);
        this.told = new boolean[rows.size()];
        rows.forEach(_ -> passages.add(new ArrayList<>()));
    }

    /** A row: the name of the innovation and its zones in full form. */
    record Named(String title, List<String> zones) {}

    /** The passages of each row, in the order of the rows; empty where nothing certain was found. */
    static List<List<Paragraph>> of(List<Paragraph> chapter, List<Named> rows) {
        Prose prose = new Prose(rows);
        chapter.forEach(prose::read);
        return Collections.unmodifiableList(prose.passages);
    }

    private void read(Paragraph paragraph) {
        Marker marker = Marker.read(paragraph.text());
        if (isHeading(paragraph, marker)) {
            current = -1;
            return;
        }
        if (marker != null) {
            current = -1;
        }
        String text = paragraph.text();
        int begin = 0;
        int from = -1;
        while (begin < text.length()) {
            int end = endOfSentence(text, begin);
            int before = current;
            turn(text, begin, end);
            if (current != before || from < 0) {
                keep(before, paragraph, from, begin);
                from = current < 0 ? -1 : begin;
            }
            begin = end;
        }
        keep(current, paragraph, from, text.length());
    }

    private void keep(int row, Paragraph paragraph, int from, int to) {
        if (row >= 0 && from >= 0 && to > from) {
            passages.get(row).add(paragraph.slice(from, to));
        }
    }

    /** Decides whose the sentence is. */
    private void turn(String text, int begin, int end) {
        List<Names.Hit> hits = names.in(text, begin, end);
        if (hits.isEmpty()) {
            if (current >= 0
                    && opensWithOther(text, begin, end, names.row(current).zones())) {
                current = -1;
            }
            return;
        }
        int row = hits.getFirst().row();
        boolean one = hits.stream().allMatch(hit -> hit.row() == row);
        if (one && row == current) {
            return;
        }
        current = one && !told[row] && opensWith(text, begin, hits.getFirst()) ? row : -1;
        if (current >= 0) {
            told[current] = true;
        }
    }

    private boolean opensWith(String text, int begin, Names.Hit hit) {
        if (hit.start() - begin > MAX_OPENING_LENGTH) {
            return false;
        }
        List<String> zones = Origin.of(text.substring(begin, hit.start())).zones();
        return zones.stream().anyMatch(names.row(hit.row()).zones()::contains);
    }

    /** 广西自贸试验区的…: the subject is another zone, or another work of the same one. */
    private static boolean opensWithOther(String text, int begin, int end, List<String> zones) {
        int clauseEnd = begin;
        int limit = Math.min(end, begin + MAX_OPENING_LENGTH);
        while (clauseEnd < limit && text.charAt(clauseEnd) != '，') {
            clauseEnd++;
        }
        String clause = text.substring(begin, clauseEnd);
        if (!clause.contains("自贸")) {
            return false;
        }
        List<String> subject = Origin.of(clause).zones();
        return !subject.isEmpty() && (!zones.containsAll(subject) || clause.contains("试验区的"));
    }

    private static boolean isHeading(Paragraph paragraph, @Nullable Marker marker) {
        String text = paragraph.text();
        boolean numbered = marker != null && marker.style() != Style.RUN_IN;
        return paragraph.headingLevel() > 0
                || (numbered && text.length() <= MAX_HEADING_LENGTH && text.indexOf('。') < 0);
    }

    private static int endOfSentence(String text, int begin) {
        int at = begin;
        while (at < text.length() && !(Glyphs.isSentenceEnd(text.charAt(at)) && text.charAt(at) != '；')) {
            at++;
        }
        while (at < text.length() && (Glyphs.isSentenceEnd(text.charAt(at)) || "”’）】".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
