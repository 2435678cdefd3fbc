package io.casewire.extraction.doc;

import io.casewire.extraction.word.RunningText;
import io.casewire.extraction.word.Symbols;
import io.casewire.extraction.word.WordBlocks;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.Ffn;
import org.apache.poi.hwpf.usermodel.CharacterRun;

/** What runs of characters print. [MS-DOC] section 2.4.1 and sprmCFSpec name the characters that stand for something else. */
final class DocRuns {
    private static final char PICTURE = 0x01;
    private static final char NOTE = 0x02;
    private static final char CELL_END = 0x07;
    private static final char DRAWING = 0x08;
    private static final char LINE_BREAK = 0x0B;
    private static final char PAGE_BREAK = 0x0C;
    private static final char PARAGRAPH_END = 0x0D;
    private static final char COLUMN_BREAK = 0x0E;
    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_SEPARATOR = 0x14;
    private static final char FIELD_END = 0x15;
    private static final char HYPHEN = 0x1E;

    private static final int SUPERSCRIPT = 1;
    /** In tenths of the size of the characters beside: no larger, and so far up at least, a run is raised. */
    private static final int SMALLER = 8;

    private static final int ABOVE = 2;

    private final HWPFDocument document;
    private final WordBlocks blocks;
    private final RunningText text;
    private final StringBuilder words = new StringBuilder();
    /** In half-points, of the last run on the line. */
    private int beside;

    DocRuns(HWPFDocument document, WordBlocks blocks, RunningText text) {
        this.document = document;
        this.blocks = blocks;
        this.text = text;
    }

    /**
     * Appends what a run prints.
     *
     * @return places in the text of the drawings that were met
     */
    List<Integer> read(CharacterRun run) {
        List<Integer> anchors = new ArrayList<>();
        if (run.isMarkedDeleted()) {
            return anchors;
        }
        if (run.isSymbol()) {
            if (!run.isVanished()) {
                Ffn font = run.getSymbolFont();
                text.appendSymbol(font == null ? "" : font.getMainFontName(), run.getSymbolCharacter());
            }
            return anchors;
        }
        String content = run.text();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c >= ' ' && !Symbols.isCode(c)) {
                words.append(run.isVanished() ? "" : Character.toString(c));
            } else {
                flush(run);
                if (c == DRAWING) {
                    anchors.add(run.getStartOffset() + i);
                } else {
                    control(run, c);
                }
            }
        }
        flush(run);
        return anchors;
    }

    private void flush(CharacterRun run) {
        if (isRaised(run)) {
            text.appendRaised(words.toString());
        } else {
            text.append(words.toString());
        }
        words.setLength(0);
    }

    /** By its own kind, or set above the line in smaller type than the characters before it. */
    private boolean isRaised(CharacterRun run) {
        if (run.getSubSuperScriptIndex() == SUPERSCRIPT) {
            return true;
        }
        if (run.getVerticalOffset() <= 0) {
            beside = run.getFontSize();
            return false;
        }
        return run.getFontSize() * 10 <= beside * SMALLER && run.getVerticalOffset() * 10 >= beside * ABOVE;
    }

    private void control(CharacterRun run, char c) {
        switch (c) {
            case FIELD_BEGIN -> text.beginField();
            case FIELD_SEPARATOR -> text.separateField();
            case FIELD_END -> text.endField();
            case PARAGRAPH_END, CELL_END -> {
                // the end of what is being read
            }
            case PICTURE -> picture(run);
            case NOTE -> {
                if (run.isSpecialCharacter()) {
                    blocks.note("NOTE_LEFT_OUT", "Footnotes and endnotes, whose text is not read");
                }
            }
            default -> {
                if (!run.isVanished()) {
                    printed(run, c);
                }
            }
        }
    }

    private void printed(CharacterRun run, char c) {
        switch (c) {
            case '\t' -> text.append("\t");
            case LINE_BREAK, PAGE_BREAK, COLUMN_BREAK -> text.append("\n");
            case HYPHEN -> text.append("-");
            default -> {
                if (Symbols.isCode(c)) {
                    String font = run.getFontName();
                    text.appendSymbol(font == null ? "" : font, c);
                }
            }
        }
    }

    private void picture(CharacterRun run) {
        if (!run.isSpecialCharacter()) {
            return;
        }
        if (run.isData()) {
            String entry = FormData.entry(run, document.getDataStream());
            if (entry != null) {
                text.enter(entry);
            }
        } else if (run.isOle2() || run.isObj()) {
            blocks.note("EMBEDDED_FILE_NOT_READ", "Files inside the document");
        } else {
            blocks.note(DocReader.PICTURE, "Pictures, in which no text is looked for");
        }
    }
}
