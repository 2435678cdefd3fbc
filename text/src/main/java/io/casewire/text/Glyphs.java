package io.casewire.text;

/** What kind of character stands there, as far as repair cares. */
public final class Glyphs {
    private static final CharacterSet PUNCTUATION = CharacterSet.of("，。、；：？！（）《》〈〉【】〔〕“”‘’「」『』—…·～");
    private static final CharacterSet WIDE = CharacterSet.where(c -> isHan((char) c) || isWidePunctuation((char) c));
    private static final CharacterSet HAN_DIGITS = CharacterSet.of("〇零一二三四五六七八九");
    private static final CharacterSet CLOSING = CharacterSet.of("”’」』）)】〉》 ");

    private Glyphs() {}

    /** A Chinese character; halves of the rarer ones beyond the basic plane count as well. */
    public static boolean isHan(char c) {
        return (c >= '\u4e00' && c <= '\u9fff')
                || (c >= '\u3400' && c <= '\u4dbf')
                || (c >= '\uf900' && c <= '\ufaff')
                || c == '〇'
                || c == '々'
                || (c >= '\ud840' && c <= '\ud8ff')
                || Character.isLowSurrogate(c);
    }

    /** Full-width or Chinese punctuation. */
    public static boolean isWidePunctuation(char c) {
        return PUNCTUATION.contains(c);
    }

    /** Chinese text or its punctuation: no blank belongs beside it. */
    public static boolean isWide(char c) {
        return WIDE.contains(c);
    }

    /** A Chinese digit as numbers are spelled with digit by digit: 二〇二五. */
    public static boolean isHanDigit(char c) {
        return HAN_DIGITS.contains(c);
    }

    /** A mark that closes a sentence or a clause of a list. */
    public static boolean isSentenceEnd(char c) {
        return c == '。' || c == '；' || c == '！' || c == '？';
    }

    /** A sign that is neither letter nor punctuation: a bullet, an arrow, an emoji. */
    public static boolean isSign(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.OTHER_SYMBOL
                || codePoint == '▷'
                || codePoint == '•'
                || codePoint == '·'
                || codePoint == '√';
    }

    /** A Latin letter or a digit. */
    public static boolean isLatinOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether the text says a sentence: it ends like one, closing quotes and brackets aside. */
    public static boolean endsSentence(CharSequence text) {
        int at = text.length() - 1;
        while (at >= 0 && CLOSING.contains(text.charAt(at))) {
            at--;
        }
        return at >= 0 && (isSentenceEnd(text.charAt(at)) || text.charAt(at) == '：');
    }
}
