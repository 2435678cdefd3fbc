package io.casewire.extraction.xlsx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the parts of a format between semicolons.
 *
 * @param condition when it is for; null where its place says that
 * @param numerals that numbers are written in; null for Arabic ones
 */
record FormatSection(
        List<Token> tokens,
        @Nullable Condition condition,
        @Nullable HanNumerals numerals) {
    FormatSection {
        tokens = List.copyOf(tokens);
    }

    /** A piece of a code. */
    sealed interface Token {
        /** Printed as it is. */
        record Literal(String text) implements Token {}

        /** {@code 0}, {@code #} or {@code ?}: a digit. */
        record Digit(char kind) implements Token {}

        /** Parts of a date or a time: the letter in lower case, how often, and whether it stands in brackets ({@code [h]}: hours in all). */
        record Part(char letter, int count, boolean elapsed) implements Token {}

        /** Morning or afternoon in these words. */
        record HalfDay(String morning, String afternoon) implements Token {}

        /** {@code E+00} without its digits. */
        record Exponent(boolean plus) implements Token {}

        enum Sign implements Token {
            POINT,
            COMMA,
            PERCENT,
            FRACTION,
            GENERAL,
            TEXT
        }
    }

    /** {@code [>=10000]} */
    record Condition(String operator, double than) {
        boolean holds(double value) {
            return switch (operator) {
                case "<" -> value < than;
                case "<=" -> value <= than;
                case ">" -> value > than;
                case ">=" -> value >= than;
                case "<>" -> value != than;
                default -> value == than;
            };
        }
    }

    boolean isDate() {
        return tokens.stream().anyMatch(token -> token instanceof Token.Part);
    }

    boolean hasText() {
        return tokens.contains(Token.Sign.TEXT);
    }

    String printText(String text) {
        StringBuilder printed = new StringBuilder();
        for (Token token : tokens) {
            if (token == Token.Sign.TEXT) {
                printed.append(text);
            } else if (token instanceof Token.Literal(String literal)) {
                printed.append(literal);
            }
        }
        return printed.toString();
    }
}
