package io.casewire.extraction.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a field {@code EQ} shows: it has no result, its text stands in its instruction. Word keeps circled characters
 * ({@code EQ \o\ac(○,1)}) and, in binary files, characters with their pronunciation above them in such fields.
 */
final class Equation {
    private static final String HAN_NUMERALS = "一二三四五六七八九十";
    private static final String CIRCLES = "○〇◯";

    private final String text;
    private int at;

    private Equation(String text) {
        this.text = text;
    }

    /** The text it shows; of several layers of text above each other the one on the line. */
    static String shown(String instruction) {
        int name = instruction.toUpperCase(Locale.ROOT).indexOf("EQ");
        Equation equation = new Equation(instruction.substring(name + 2));
        return equation.sequence(false).strip();
    }

    /** Texts and switches up to the end or to what ends an argument. */
    private String sequence(boolean inArgument) {
        StringBuilder shown = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (inArgument && (c == ')' || isSeparator(c))) {
                break;
            }
            if (c == '\\') {
                shown.append(switched());
            } else {
                shown.append(c);
                at++;
                if (c == '(') {
                    shown.append(shown(arguments())).append(')');
                }
            }
        }
        return shown.toString();
    }

    /** A switch with its options and arguments: {@code \o\ac(a,b)}, {@code \s\ up 9(a)}; or a character of the text written with a stroke. */
    private String switched() {
        List<String> names = new ArrayList<>();
        while (at < text.length() && text.charAt(at) == '\\') {
            int start = ++at;
            while (at < text.length() && text.charAt(at) < 128 && Character.isLetter(text.charAt(at))) {
                at++;
            }
            if (at > start) {
                names.add(text.substring(start, at).toLowerCase(Locale.ROOT));
                skipSize();
            } else if (at < text.length() && text.charAt(at) == '*') {
                at = end(text.indexOf('\\', at));
            } else if (names.isEmpty() && at < text.length()) {
                return Character.toString(text.charAt(at++));
            } else {
                // a bracket that an option names
                at = Math.min(at + 1, text.length());
                skipSize();
            }
        }
        if (names.isEmpty() || at >= text.length() || text.charAt(at) != '(') {
            return "";
        }
        at++;
        return laidOut(names, arguments());
    }

    private int end(int found) {
        return found < 0 ? text.length() : found;
    }

    private void skipSize() {
        while (at < text.length() && (text.charAt(at) == ' ' || Character.isDigit(text.charAt(at)))) {
            at++;
        }
    }

    /**
     * An argument of a switch.
     *
     * @param raised whether it stands above or below the line
     */
    private record Argument(String shown, boolean raised) {}

    /** Those up to the closing bracket, at least one. */
    private List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        while (at < text.length()) {
            int start = at;
            String shown = sequence(true);
            String written = text.substring(start, at).replace(" ", "");
            arguments.add(new Argument(shown, written.startsWith("\\s\\up") || written.startsWith("\\s\\do")));
            if (at >= text.length() || text.charAt(at++) == ')') {
                break;
            }
        }
        return arguments.isEmpty() ? List.of(new Argument("", false)) : arguments;
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ';' || c == '，' || c == '；';
    }

    private static String shown(List<Argument> arguments) {
        return joined(arguments, ",");
    }

    private static String joined(List<Argument> arguments, String by) {
        return arguments.stream().map(Argument::shown).collect(Collectors.joining(by));
    }

    private static String laidOut(List<String> names, List<Argument> arguments) {
        return switch (names.getFirst()) {
            case "o" -> names.contains("ac") ? circled(arguments) : onTheLine(arguments);
            case "f" -> joined(arguments, "/");
            case "r" -> "√(" + arguments.getLast().shown() + ")";
            case "b" -> "(" + shown(arguments) + ")";
            default -> joined(arguments, "");
        };
    }

    private static String onTheLine(List<Argument> arguments) {
        return arguments.reversed().stream()
                .filter(argument -> !argument.raised())
                .findFirst()
                .orElse(arguments.getLast())
                .shown();
    }

    private static String circled(List<Argument> arguments) {
        String inside = arguments.getLast().shown().strip();
        String around = arguments.getFirst().shown().strip();
        if (arguments.size() < 2 || !CIRCLES.contains(around)) {
            return inside;
        }
        int numeral = inside.length() == 1 ? HAN_NUMERALS.indexOf(inside) : -1;
        if (numeral >= 0) {
            return Character.toString('㊀' + numeral);
        }
        boolean number =
                !inside.isEmpty() && inside.length() <= 2 && inside.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? enclosed(Integer.parseInt(inside), inside) : inside;
    }

    private static String enclosed(int number, String printed) {
        if (number >= 1 && number <= 20) {
            return Character.toString('①' + number - 1);
        }
        if (number >= 21 && number <= 35) {
            return Character.toString('㉑' + number - 21);
        }
        return number >= 36 && number <= 50 ? Character.toString('㊱' + number - 36) : printed;
    }
}
