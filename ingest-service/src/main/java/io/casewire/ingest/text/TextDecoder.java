package io.casewire.ingest.text;

import io.casewire.ingest.text.Decoding.Decoded;
import io.casewire.ingest.text.Decoding.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes strictly: a byte that fits no encoding is reported, never replaced. */
public final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char REPLACEMENT = '\ufffd';
    private static final int SAMPLE = 64 * 1024;

    private TextDecoder() {}

    /** Finds the encoding by mark, then by what fits: UTF-8, UTF-16, GB18030. */
    public static Decoding decode(byte[] bytes) {
        Optional<Decoded> marked = byMark(bytes);
        if (marked.isPresent()) {
            return checked(marked.get());
        }
        if (looksLikeUtf16(bytes, 1)) {
            return orElse(strictly(bytes, 0, StandardCharsets.UTF_16LE), bytes);
        }
        if (looksLikeUtf16(bytes, 0)) {
            return orElse(strictly(bytes, 0, StandardCharsets.UTF_16BE), bytes);
        }
        return orElse(Optional.empty(), bytes);
    }

    private static Decoding orElse(Optional<Decoded> first, byte[] bytes) {
        return first.or(() -> strictly(bytes, 0, StandardCharsets.UTF_8))
                .or(() -> strictly(bytes, 0, GB18030))
                .map(TextDecoder::checked)
                .orElseGet(() -> new Unreadable(
                        false, "The bytes are no text in UTF-8, UTF-16 or GB18030; is it a binary file?"));
    }

    private static Decoding checked(Decoded decoded) {
        String sample = decoded.text().length() > SAMPLE ? decoded.text().substring(0, SAMPLE) : decoded.text();
        if (looksBinary(sample)) {
            return new Unreadable(false, "The file holds binary data, not text");
        }
        Optional<String> garbled = Mojibake.reason(sample);
        return garbled.<Decoding>map(reason -> new Unreadable(true, reason)).orElse(decoded);
    }

    private static boolean looksBinary(String sample) {
        int controls = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            controls += c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1 : 0;
        }
        return controls > 8 && controls * 20 > sample.length();
    }

    private static Optional<Decoded> byMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return strictly(bytes, 3, StandardCharsets.UTF_8);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return strictly(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return strictly(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /** Without a mark UTF-16 shows by zero bytes, nearly all on one side of the pairs: the upper halves of ASCII. */
    private static boolean looksLikeUtf16(byte[] bytes, int zeroSide) {
        int limit = Math.min(bytes.length & ~1, SAMPLE);
        int zeros = 0;
        int others = 0;
        for (int i = 0; i < limit; i++) {
            if (bytes[i] == 0) {
                if ((i & 1) == zeroSide) {
                    zeros++;
                } else {
                    others++;
                }
            }
        }
        // 一 (U+4E00) puts a zero on the other side
        return bytes.length % 2 == 0 && zeros > 0 && zeros * 200 >= limit && others * 2 <= zeros;
    }

    private static Optional<Decoded> strictly(byte[] bytes, int from, Charset charset) {
        String text = new String(bytes, from, bytes.length - from, charset);
        // what fits no encoding was replaced; a replacement character may as well be printed there
        return text.indexOf(REPLACEMENT) < 0 || fits(bytes, from, charset)
                ? Optional.of(new Decoded(text, charset.name()))
                : Optional.empty();
    }

    private static boolean fits(byte[] bytes, int from, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
