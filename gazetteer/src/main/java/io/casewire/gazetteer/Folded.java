package io.casewire.gazetteer;

/** Text made comparable, character by character, so that offsets stay those of the original. */
final class Folded {

    private Folded() {}

    /** Brackets and digits get one width. */
    static String of(CharSequence text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char fold(char c) {
        return switch (c) {
            case '(', '〔', '﹙' -> '（';
            case ')', '〕', '﹚' -> '）';
            case '､', '﹑' -> '、';
            default -> c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c;
        };
    }
}
