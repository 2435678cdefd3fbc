package io.casewire.extraction.ofd;

import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text object: which character stands where, in its own coordinates and millimetres. */
final class TextRun {
    /** Stands for a shape of which no character is known, GB/T 33190 11.3. */
    private static final char PLACEHOLDER = '¤';

    private static final int ESCAPE_LENGTH = 5;
    private static final int HEXADECIMAL = 16;

    private final Node object;
    private final double size;
    private final double stretch;
    private final boolean readsDown;
    private final List<Placed> characters = new ArrayList<>();

    /**
     * A character on its baseline.
     *
     * @param width to where the next is set
     * @param down it belongs to a line that runs from top to bottom
     */
    record Placed(String text, double x, double y, double width, double size, boolean down) {
        boolean isPlaceholder() {
            char c = text.charAt(0);
            return c == PLACEHOLDER || c == '\ufffd' || c == '\uffff' || c == '\ufffe';
        }
    }

    private TextRun(Node object) {
        this.object = object;
        this.size = object.number("Size", 0);
        this.stretch = object.number("HScale", 1);
        int direction = (int) object.number("ReadDirection", 0);
        this.readsDown = direction == 90 || direction == 270;
    }

    static List<Placed> of(Node object) {
        TextRun run = new TextRun(object);
        run.read();
        return run.characters;
    }

    private void read() {
        double x = 0;
        double y = 0;
        for (Node code : object.all("TextCode")) {
            // one that says no place begins where the last one did
            x = code.number("X", x);
            y = code.number("Y", y);
            read(code, x, y);
        }
    }

    private void read(Node code, double fromX, double fromY) {
        List<String> printed = characters(code.text());
        double @Nullable [] across = steps(code, "DeltaX");
        double @Nullable [] down = steps(code, "DeltaY");
        boolean vertical = readsDown || (across == null && down != null && printed.size() > 1);
        double x = fromX;
        double y = fromY;
        for (int i = 0; i < printed.size(); i++) {
            String text = printed.get(i);
            double usual = usualWidth(text);
            boolean last = i + 1 == printed.size();
            double step = across != null && i < across.length ? across[i] : down == null ? usual : 0;
            characters.add(new Placed(text, x, y, last ? usual : width(text, step, usual), size, vertical));
            x += step;
            y += down != null && i < down.length ? down[i] : 0;
        }
    }

    /** Nothing is said of widths. A blank between words is printed as such, so a letter reaches to the next one. */
    private double width(String text, double step, double usual) {
        boolean squeezed = step > 0 && step < usual;
        boolean letter = !Glyphs.isWide(text.charAt(0)) && step > 0 && step <= size * 1.1;
        return squeezed || letter ? step : usual;
    }

    private static double @Nullable [] steps(Node code, String attribute) {
        String steps = code.attribute(attribute);
        return steps == null || steps.isBlank() ? null : Figures.steps(steps);
    }

    private double usualWidth(String text) {
        char c = text.charAt(0);
        double em;
        if (c >= '\u2e80' || Glyphs.isWide(c)) {
            em = 1;
        } else if (c == ' ') {
            em = 0.3;
        } else if ("iIjl.,:;'!|()[]".indexOf(c) >= 0) {
            em = 0.35;
        } else if ("mwMW%@".indexOf(c) >= 0) {
            em = 0.9;
        } else {
            em = Character.isDigit(c) ? 0.55 : 0.65;
        }
        return em * size * stretch;
    }

    /** Text without its markup's line ends; a character that XML cannot hold is written as a stroke and four digits. */
    private static List<String> characters(String text) {
        List<String> characters = new ArrayList<>(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int escaped = c == '\\' ? escaped(text, at) : -1;
            if (escaped >= 0) {
                characters.add(String.valueOf((char) escaped));
                at += ESCAPE_LENGTH;
            } else if (c == '\n' || c == '\r' || c == '\t') {
                at++;
            } else {
                int codePoint = text.codePointAt(at);
                characters.add(Character.toString(codePoint));
                at += Character.charCount(codePoint);
            }
        }
        return characters;
    }

    private static int escaped(String text, int at) {
        if (at + ESCAPE_LENGTH > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at + 1; i < at + ESCAPE_LENGTH; i++) {
            int digit = Character.digit(text.charAt(i), HEXADECIMAL);
            if (digit < 0) {
                return -1;
            }
            value = value * HEXADECIMAL + digit;
        }
        return value;
    }
}
