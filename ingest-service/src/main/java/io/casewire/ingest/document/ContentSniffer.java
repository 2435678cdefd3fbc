package io.casewire.ingest.document;

import io.casewire.extraction.Formats;
import io.casewire.parsing.Cost;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at bytes as they pass and tells text and what readers may know from everything else. Names and declared types are not believed. */
final class ContentSniffer {
    private static final Map<String, byte[]> SIGNATURES = signatures();
    private static final byte[] UTF16_BIG = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] UTF16_LITTLE = {(byte) 0xff, (byte) 0xfe};

    private static final int BYTES_PER_CHARACTER = 4;

    private final byte[] head;
    private int headLength;
    private long size;
    private long evenNuls;
    private long oddNuls;
    private long controls;
    private long blanks;
    private long lines;
    private long tabs;
    private long tags;

    ContentSniffer(int headSize) {
        head = new byte[headSize];
    }

    void take(byte[] bytes, int count) {
        int missing = Math.min(count, head.length - headLength);
        System.arraycopy(bytes, 0, head, headLength, missing);
        headLength += missing;
        long passed = size;
        size += count;
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            if (b == 0) {
                if (((passed + i) & 1) == 0) {
                    evenNuls++;
                } else {
                    oddNuls++;
                }
            } else if (b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == '\f') {
                blanks++;
                if (b == '\n') {
                    lines++;
                } else if (b == '\t') {
                    tabs++;
                }
            } else if (b == '<') {
                tags++;
            } else if (b > 0 && b < ' ' && b != 0x1b) {
                controls++;
            }
        }
    }

    long size() {
        return size;
    }

    /** @throws UploadRefused for what is no text */
    void requireReadable() {
        if (size == blanks) {
            throw UploadRefused.empty();
        }
        if (isForReaders()) {
            return;
        }
        String known = signature();
        if (known != null) {
            throw UploadRefused.unsupported(known);
        }
        if (isUtf16()) {
            return;
        }
        if (evenNuls + oddNuls > 0) {
            throw UploadRefused.unsupported("binary data (it contains NUL bytes)");
        }
        // a stray control character is a scar of some conversion, many are no text
        if (controls > 16 && controls > size / 100) {
            throw UploadRefused.unsupported("binary data (it is full of control characters)");
        }
    }

    /**
     * Refuses what surely takes more than is given to a document; the parser, which knows the characters, is more exact.
     *
     * @param memory in bytes
     * @throws UploadRefused for what is too costly
     */
    void requireAffordable(long memory) {
        if (isForReaders()) {
            // packed: what is in it shows when it is taken apart, within limits of its own
            return;
        }
        // in UTF-16 the bytes counted may be halves of other characters; in no other encoding has a character more
        // bytes than this
        long cost = isUtf16() ? 0 : Cost.of(size / BYTES_PER_CHARACTER, lines, tabs, tags);
        if (cost > memory) {
            throw UploadRefused.tooCostly(cost, memory);
        }
    }

    /** Whether another process has to take it apart. */
    boolean isForReaders() {
        return Formats.mayBeRead(Arrays.copyOf(head, headLength));
    }

    /** By its mark, or by NULs that are nearly all the same halves of pairs: those of ASCII characters. */
    private boolean isUtf16() {
        long nuls = evenNuls + oddNuls;
        long oneSided = Math.max(evenNuls, oddNuls);
        return startsWith(UTF16_BIG)
                || startsWith(UTF16_LITTLE)
                || (size % 2 == 0 && nuls * 200 >= size && (nuls - oneSided) * 10 <= oneSided);
    }

    private @Nullable String signature() {
        return SIGNATURES.entrySet().stream()
                .filter(entry -> startsWith(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private boolean startsWith(byte[] signature) {
        return headLength >= signature.length
                && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
    }

    private static Map<String, byte[]> signatures() {
        Map<String, byte[]> signatures = new LinkedHashMap<>();
        signatures.put("a gzip file", bytes(0x1f, 0x8b));
        signatures.put("a RAR archive", ascii("Rar!"));
        signatures.put("a 7z archive", bytes(0x37, 0x7a, 0xbc, 0xaf));
        signatures.put("a JPEG image", bytes(0xff, 0xd8, 0xff));
        signatures.put("a PNG image", bytes(0x89, 0x50, 0x4e, 0x47));
        signatures.put("a GIF image", ascii("GIF8"));
        signatures.put("a program", bytes(0x7f, 0x45, 0x4c, 0x46));
        return signatures;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
