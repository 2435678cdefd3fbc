package io.casewire.extraction.word;

import io.casewire.extraction.RaisedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of one paragraph after the other as it is printed: of a field its result, and where it keeps none, what its instruction says. A field
 * may go over several paragraphs.
 */
public final class RunningText {
    /** A field whose text Word works out only when it prints. */
    private static final List<String> WORKED_OUT = List.of("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM");

    private final WordBlocks blocks;
    private final Deque<Field> fields = new ArrayDeque<>();
    private StringBuilder text = new StringBuilder();

    /** A field that is not ended yet. */
    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private @Nullable String entry;
        private boolean inResult;
        private boolean hasResult;
    }

    public RunningText(WordBlocks blocks) {
        this.blocks = blocks;
    }

    /** Printed text. */
    public void append(String printed) {
        Field field = instructing();
        if (field != null) {
            field.instruction.append(printed);
        } else if (!printed.isEmpty()) {
            text.append(printed);
            fields.forEach(around -> around.hasResult = true);
        }
    }

    /** Printed text above the line: a figure there must not run into one before it, the mark of a note is no part of the text. */
    public void appendRaised(String printed) {
        switch (RaisedText.of(text, printed.strip())) {
            case POWER -> append("^" + printed);
            case MARK -> {
                // what it leads to stands elsewhere
            }
            case WORDS -> append(printed);
        }
    }

    /** A character of a symbol font. */
    public void appendSymbol(String font, int code) {
        String symbol = Symbols.in(font, code);
        if (symbol == null) {
            blocks.note("SYMBOL_UNKNOWN", "Characters of symbol fonts that are not known and were left out");
        } else {
            append(symbol);
        }
    }

    /** A piece of the instruction of the innermost field. */
    public void instruct(String piece) {
        Field field = instructing();
        if (field != null) {
            field.instruction.append(piece);
        }
    }

    public void beginField() {
        fields.addLast(new Field());
    }

    /**
     * What a form shows for the field that has just begun: the tick of a box, the entry chosen from a list.
     *
     * @param shown used where the field has no result
     */
    public void enter(String shown) {
        Field field = fields.peekLast();
        if (field != null) {
            field.entry = shown;
        }
    }

    public void separateField() {
        Field field = fields.peekLast();
        if (field != null) {
            field.inResult = true;
        }
    }

    public void endField() {
        Field field = fields.pollLast();
        if (field != null && !field.hasResult) {
            append(field.entry != null ? field.entry : shownBy(field.instruction.toString()));
        }
    }

    /** What a field without a result shows. */
    private String shownBy(String instruction) {
        String[] words = instruction.strip().split("\\s+", 3);
        String name = words[0].toUpperCase(Locale.ROOT);
        int stroke = name.indexOf('\\');
        switch (stroke > 0 ? name.substring(0, stroke) : name) {
            case "EQ" -> {
                return Equation.shown(instruction);
            }
            case "SYMBOL" -> {
                return symbol(instruction);
            }
            case "MACROBUTTON" -> {
                return words.length == 3 ? words[2] : "";
            }
            default -> {
                if (WORKED_OUT.contains(name)) {
                    blocks.note("FIELD_NUMBERS_LEFT_OUT", "Numbers of fields such as AUTONUM, which are in no file");
                }
                return "";
            }
        }
    }

    /** {@code SYMBOL 254 \f "Wingdings"}: a code, a font. */
    private static String symbol(String instruction) {
        String[] words = instruction.strip().split("\\s+", -1);
        int font = instruction.toLowerCase(Locale.ROOT).indexOf("\\f");
        if (words.length < 2 || words[1].length() > 6 || !words[1].matches("(0x)?[0-9a-fA-F]+")) {
            return "";
        }
        int code = Integer.decode(words[1]);
        String name = font < 0 ? "" : instruction.substring(font + 2).strip().replaceFirst("^\"([^\"]*)\".*", "$1");
        String symbol = Symbols.in(name, code);
        return symbol != null ? symbol : code >= 0x20 && code < 0x7F ? Character.toString(code) : "";
    }

    private @Nullable Field instructing() {
        for (Field field : fields.reversed()) {
            if (!field.inResult) {
                return field;
            }
        }
        return null;
    }

    /** Whether nothing stands in the paragraph so far. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The text since the last call, and begins a new paragraph. */
    public String take() {
        if (instructing() != null) {
            // no instruction goes over the end of a paragraph but of a field that is broken, and that must not swallow
            // what follows
            List<Field> whole = new ArrayList<>(fields);
            whole.removeIf(field -> !field.inResult);
            fields.clear();
            fields.addAll(whole);
            blocks.note("FIELD_NOT_ENDED", "Fields whose instruction has no end");
        }
        String taken = text.toString();
        text = new StringBuilder();
        return taken;
    }
}
