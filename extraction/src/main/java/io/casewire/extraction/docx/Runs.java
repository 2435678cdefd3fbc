package io.casewire.extraction.docx;

import io.casewire.extraction.word.RunningText;
import io.casewire.extraction.word.Symbols;
import io.casewire.extraction.word.WordBlocks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of one paragraph, as it stands when all changes that were tracked in it are accepted. */
final class Runs {
    /** In tenths of the size of the characters beside: no larger, and so far up at least, a run is raised. */
    private static final int SMALLER = 8;

    private static final int ABOVE = 2;

    private final Styles styles;
    private final WordBlocks blocks;
    private final RunningText text;
    private final @Nullable String paragraphStyle;
    private final List<Element> before = new ArrayList<>();
    private final List<Element> behind = new ArrayList<>();
    /** In half-points, of the last run on the line; 0 before the first. */
    private int beside;

    Runs(Styles styles, WordBlocks blocks, RunningText text, @Nullable String paragraphStyle) {
        this.styles = styles;
        this.blocks = blocks;
        this.text = text;
        this.paragraphStyle = paragraphStyle;
    }

    /** Texts of drawings that were met before any text of the paragraph. */
    List<Element> boxesBefore() {
        return before;
    }

    /** Texts of drawings that were met in the text of the paragraph. */
    List<Element> boxesBehind() {
        return behind;
    }

    /** Appends what the content of a paragraph prints. */
    void read(Iterable<Element> content) {
        for (Element element : content) {
            switch (element.name()) {
                case "w:r" -> run(element);
                case "w:hyperlink",
                        "w:ins",
                        "w:moveTo",
                        "w:smartTag",
                        "w:customXml",
                        "w:bdo",
                        "w:dir",
                        "w:sdtContent" -> read(element.children());
                case "w:sdt" -> control(element);
                case "w:fldSimple" -> {
                    text.beginField();
                    String instruction = element.attribute("w:instr");
                    text.instruct(instruction == null ? "" : instruction);
                    text.separateField();
                    read(element.children());
                    text.endField();
                }
                case "mc:AlternateContent" -> read(Alternatives.of(element));
                case "m:oMath", "m:oMathPara" -> text.append(MathText.of(element));
                default -> {
                    // what was deleted or moved away, marks of bookmarks, comments and proofs
                }
            }
        }
    }

    /** A content control, unless it shows what its author asks for. */
    private void control(Element control) {
        Element properties = control.child("w:sdtPr");
        if (properties == null || !properties.isOn("w:showingPlcHdr")) {
            read(control.children());
        }
    }

    private void run(Element run) {
        Element properties = run.child("w:rPr");
        boolean hidden = isHidden(properties, paragraphStyle);
        if (properties != null && (properties.isOn("w:strike") || properties.isOn("w:dstrike"))) {
            blocks.note("STRUCK_OUT", "Words that are struck out, which are not read");
            hidden = true;
        }
        boolean raised = isRaised(properties);
        String symbolFont = Fonts.symbolFont(properties);
        printed(run.children(), hidden, raised, symbolFont);
    }

    /** By its own kind, or set above the line in smaller type than the characters before it. */
    private boolean isRaised(@Nullable Element properties) {
        int around = styles.size(paragraphStyle);
        if (properties == null) {
            beside = around;
            return false;
        }
        if ("superscript".equals(properties.value("w:vertAlign"))) {
            return true;
        }
        int up = properties.number("w:position", 0);
        int size = properties.number("w:sz", around);
        if (up <= 0) {
            beside = size;
            return false;
        }
        int usual = beside > 0 ? beside : around;
        return size * 10 <= usual * SMALLER && up * 10 >= usual * ABOVE;
    }

    private boolean isHidden(@Nullable Element properties, @Nullable String style) {
        Boolean own = properties == null ? null : properties.toggle("w:vanish");
        return own != null ? own : styles.hides(style, properties == null ? null : properties.value("w:rStyle"));
    }

    private void printed(Iterable<Element> content, boolean hidden, boolean raised, @Nullable String symbolFont) {
        for (Element element : content) {
            switch (element.name()) {
                case "w:fldChar" -> field(element);
                case "w:instrText" -> text.instruct(element.text());
                case "w:footnoteReference", "w:endnoteReference" -> {
                    blocks.note("NOTE_LEFT_OUT", "Footnotes and endnotes, whose text is not read");
                    if (element.attribute("w:customMarkFollows") != null) {
                        return;
                    }
                }
                default -> {
                    if (!hidden) {
                        shown(element, raised, symbolFont);
                    }
                }
            }
        }
    }

    private void shown(Element element, boolean raised, @Nullable String symbolFont) {
        switch (element.name()) {
            case "w:t" -> words(element, raised, symbolFont);
            case "w:tab", "w:ptab" -> text.append("\t");
            case "w:br", "w:cr" -> text.append("\n");
            case "w:noBreakHyphen" -> text.append("-");
            case "w:sym" -> {
                String font = element.attribute("w:font");
                text.appendSymbol(font == null ? "" : font, hexadecimal(element.attribute("w:char")));
            }
            case "w:ruby" -> {
                Element base = element.child("w:rubyBase");
                read(base == null ? List.of() : base.children());
            }
            case "w:drawing", "w:pict", "w:object" ->
                (text.isEmpty() ? before : behind).addAll(Drawings.textsIn(element, blocks));
            case "mc:AlternateContent" -> printed(Alternatives.of(element), false, raised, symbolFont);
            default -> {
                // soft hyphens, marks of notes and comments, where a page ended when it was last printed
            }
        }
    }

    private void words(Element element, boolean raised, @Nullable String symbolFont) {
        // markup may be broken into lines anywhere, and that is no more than a blank
        String words = element.text().replace('\n', ' ');
        if (!"preserve".equals(element.attribute("xml:space"))) {
            words = words.trim();
        }
        if (words.chars().anyMatch(c -> Symbols.isCode((char) c))) {
            symbols(words, symbolFont == null ? "" : symbolFont);
        } else if (raised) {
            text.appendRaised(words);
        } else {
            text.append(words);
        }
    }

    private void symbols(String words, String font) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Symbols.isCode(c)) {
                text.appendSymbol(font, c);
            } else {
                text.append(Character.toString(c));
            }
        }
    }

    private static int hexadecimal(@Nullable String code) {
        return code != null && code.matches("[0-9a-fA-F]{1,4}") ? Integer.parseInt(code, 16) : 0;
    }

    private void field(Element mark) {
        switch (mark.attribute("w:fldCharType")) {
            case "begin" -> {
                text.beginField();
                Element form = mark.child("w:ffData");
                String entry = form == null ? null : entry(form);
                if (entry != null) {
                    text.enter(entry);
                }
            }
            case "separate" -> text.separateField();
            case "end" -> text.endField();
            case null, default -> {
                // not a mark
            }
        }
    }

    /** What a field of a form shows that keeps no result: a box with or without a tick, an entry of a list. */
    private static @Nullable String entry(Element form) {
        Element box = form.child("w:checkBox");
        if (box != null) {
            Boolean checked = box.toggle("w:checked");
            return (checked != null ? checked : box.isOn("w:default")) ? "☑" : "□";
        }
        Element list = form.child("w:ddList");
        if (list == null) {
            return null;
        }
        int chosen = list.number("w:result", list.number("w:default", 0));
        for (Element entry : list.children()) {
            if (entry.name().equals("w:listEntry") && chosen-- == 0) {
                return entry.attribute("w:val");
            }
        }
        return null;
    }
}
