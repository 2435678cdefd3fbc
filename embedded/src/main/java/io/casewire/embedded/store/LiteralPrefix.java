package io.casewire.embedded.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import java.util.Optional;

/** What every text begins with that a pattern of the form {@code ^literal…} finds. */
final class LiteralPrefix {
    private static final String META = ".[](){}*+?^$|";
    private static final String QUANTIFIERS_OF_NONE = "*?{";
    private static final String QUOTE = "\\Q";
    private static final String QUOTE_END = "\\E";

    private LiteralPrefix() {}

    /** Empty where the pattern may begin anywhere or with several things. */
    static Optional<String> of(BsonRegularExpression regex) {
        String pattern = regex.getPattern();
        String options = regex.getOptions();
        // an alternative need not begin like the first one
        if (!pattern.startsWith("^") || (options != null && !options.isEmpty()) || pattern.indexOf('|') >= 0) {
            return Optional.empty();
        }
        StringBuilder literal = new StringBuilder();
        int at = 1;
        while (at < pattern.length()) {
            if (pattern.startsWith(QUOTE, at)) {
                int end = pattern.indexOf(QUOTE_END, at);
                int last = end < 0 ? pattern.length() : end;
                literal.append(pattern, at + QUOTE.length(), last);
                at = end < 0 ? pattern.length() : end + QUOTE_END.length();
                continue;
            }
            char next = pattern.charAt(at);
            boolean escaped =
                    next == '\\' && at + 1 < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(at + 1));
            if (!escaped && (next == '\\' || META.indexOf(next) >= 0)) {
                if (QUANTIFIERS_OF_NONE.indexOf(next) >= 0 && !literal.isEmpty()) {
                    literal.setLength(literal.offsetByCodePoints(literal.length(), -1));
                }
                break;
            }
            literal.append(escaped ? pattern.charAt(at + 1) : next);
            at += escaped ? 2 : 1;
        }
        return literal.isEmpty() ? Optional.empty() : Optional.of(literal.toString());
    }
}
