package io.casewire.parsing.decode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * Tells text that somebody decoded wrongly before it came to us.
 *
 * <p>The proof is to undo the mistake: Chinese read properly does not turn into well-formed UTF-8 when it is encoded in
 * GBK, garbled Chinese does.
 */
final class Mojibake {
    private static final char REPLACEMENT = '\ufffd';
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int MIN_LENGTH = 12;
    /** Per cent of the bytes of proper Chinese that happen to be well-formed UTF-8. */
    private static final int MAX_BY_CHANCE = 60;

    private Mojibake() {}

    /** Why the text is mojibake; empty for text that reads well. */
    static Optional<String> reason(String text) {
        int foreign = 0;
        int replaced = 0;
        int latin = 0;
        int rubble = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '\u007f') {
                continue;
            }
            foreign++;
            replaced += c == REPLACEMENT ? 1 : 0;
            latin += c < '\u0250' || c == '€' || c == '™' ? 1 : 0;
            rubble += c == '锟' || c == '斤' || c == '拷' ? 1 : 0;
        }
        if (foreign < MIN_LENGTH) {
            return questionMarks(text);
        }
        if (replaced * 50 > foreign || (rubble > 6 && rubble * 10 > foreign)) {
            return Optional.of("Mojibake: the text is full of replacement characters (�, 锟斤拷); its characters were lost"
                    + " before it came here");
        }
        if (latin * 2 > foreign && wellFormedUtf8(inWindows1252(text), 0) + chinesePairs(text) > 50) {
            return Optional.of("Mojibake: Chinese text was decoded as Latin");
        }
        if (wellFormedUtf8(GbkTable.encode(text), MAX_BY_CHANCE) > MAX_BY_CHANCE) {
            return Optional.of("Mojibake: UTF-8 text was decoded as GBK");
        }
        return Optional.empty();
    }

    private static Optional<String> questionMarks(String text) {
        long marks = text.chars().filter(c -> c == '?').count();
        long letters = text.chars().filter(c -> c > ' ').count();
        return letters > MIN_LENGTH && marks * 2 > letters
                ? Optional.of("Mojibake: the Chinese characters were replaced by question marks")
                : Optional.empty();
    }

    /**
     * How much (in per cent) of the non-ASCII bytes are well-formed UTF-8, where it is more than {@code least}; else some
     * number that is not.
     */
    private static int wellFormedUtf8(byte[] bytes, int least) {
        int high = 0;
        int formed = 0;
        int at = 0;
        // stops where the rest cannot make it more than the least any more
        while (at < bytes.length && (formed + bytes.length - at) * 100L > least * (long) (high + bytes.length - at)) {
            int lead = bytes[at] & 0xff;
            if (lead < 0x80) {
                at++;
                continue;
            }
            int length = lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 1;
            boolean whole = length > 1 && at + length <= bytes.length;
            for (int i = 1; whole && i < length; i++) {
                whole = (bytes[at + i] & 0xC0) == 0x80;
            }
            int step = whole ? length : 1;
            high += step;
            formed += whole && length == 3 ? step : 0;
            at += step;
        }
        return at < bytes.length || high == 0 ? 0 : formed * 100 / high;
    }

    /** How much (in per cent) of Latin rubbish pairs up to common Chinese characters in GBK. */
    private static int chinesePairs(String text) {
        int pairs = 0;
        int high = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < '\u00a0' || c > '\u00ff') {
                at++;
                continue;
            }
            boolean pair = at + 1 < text.length() && text.charAt(at + 1) >= '\u00a1' && text.charAt(at + 1) <= '\u00ff';
            high += pair ? 2 : 1;
            pairs += pair ? 2 : 0;
            at += pair ? 2 : 1;
        }
        return high == 0 ? 0 : pairs * 100 / high;
    }

    private static byte[] inWindows1252(String text) {
        CharsetEncoder encoder = WINDOWS_1252
                .newEncoder()
                .onMalformedInput(CodingErrorAction.IGNORE)
                .onUnmappableCharacter(CodingErrorAction.IGNORE);
        try {
            ByteBuffer buffer = encoder.encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("An encoder told to ignore reported", e);
        }
    }
}
