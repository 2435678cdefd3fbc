package io.casewire.parsing.decode;

import io.casewire.parsing.decode.Flaw.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are text of an encoding but for a few places.
 *
 * @param text with U+FFFD at each of the places
 * @param flaws the places in order, at least one
 * @param cutOff whether the last of them is the beginning of a character whose rest is missing at the end of the file
 */
record Lenient(String text, List<Flaw> flaws, boolean cutOff) {
    /** More broken places are no accident. */
    private static final int MAX_PLACES = 20;

    private static final int PIECE = 16 * 1024;

    /** Characters beyond ASCII for each broken place: with fewer it is some other encoding. */
    private static final int MIN_FOREIGN = 4;

    /**
     * Reads bytes in an encoding.
     *
     * @param from where the text begins, behind a mark
     * @return null where they are no such text, or where nothing is wrong with them
     */
    static @Nullable Lenient read(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        // half a pair of UTF-16 is reported together with the proper character behind it
        int unit = charset.name().startsWith("UTF-16") ? 2 : Integer.MAX_VALUE;
        // piece by piece: what is some other encoding is given up within the first
        CharBuffer piece = CharBuffer.allocate(PIECE);
        StringBuilder read = new StringBuilder();
        List<Broken> broken = new ArrayList<>();
        for (CoderResult result = null; result == null || !result.isUnderflow(); ) {
            result = decoder.decode(in, piece, true);
            read.append(piece.flip());
            piece.clear();
            if (result.isError()) {
                if (broken.size() == MAX_PLACES) {
                    return null;
                }
                int length = Math.min(result.length(), unit);
                broken.add(new Broken(read.length(), in.position(), length));
                in.position(in.position() + length);
                read.append(TextDecoder.REPLACEMENT);
            }
        }
        String text = read.toString();
        if (broken.isEmpty() || foreign(text) < MIN_FOREIGN * broken.size()) {
            return null;
        }
        Places places = new Places(text);
        List<Flaw> flaws = broken.stream()
                .map(it -> places.flaw(Kind.BROKEN_BYTES, it.printed(bytes), it.index(), 1, it.offset()))
                .toList();
        Broken last = broken.getLast();
        return new Lenient(text, flaws, last.offset() + last.length() == bytes.length && begins(bytes, last, charset));
    }

    /** Broken bytes and the character that stands for them. */
    private record Broken(int index, int offset, int length) {
        /** 0xE5 0x8D */
        String printed(byte[] bytes) {
            StringBuilder printed = new StringBuilder();
            for (int i = offset; i < offset + length; i++) {
                printed.append(i == offset ? "" : " ").append("0x%02X".formatted(bytes[i] & 0xff));
            }
            return printed.toString();
        }
    }

    /** Whether these last bytes are a proper beginning: with more of them they would be a character. */
    private static boolean begins(byte[] bytes, Broken last, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, last.offset(), last.length());
        return decoder.decode(in, CharBuffer.allocate(4), false).isUnderflow() && in.hasRemaining();
    }

    private static int foreign(String text) {
        int foreign = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            foreign += c > '\u007f' && c != TextDecoder.REPLACEMENT ? 1 : 0;
        }
        return foreign;
    }
}
