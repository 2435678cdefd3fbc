package io.casewire.ingest.inbox;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A file's name as the bytes it is. Where the locale is ASCII, Java's strings of names lose every Chinese character and no path can be
 * made of such a string; the address of a path ({@link Path#toUri}) keeps the bytes both ways.
 */
final class FileName {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** What most file systems allow. */
    private static final int MAX_BYTES = 255;

    private final byte[] bytes;

    private FileName(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The last part of the path. */
    static FileName of(Path file) {
        String address = file.toUri().getRawPath();
        int end = address.endsWith("/") ? address.length() - 1 : address.length();
        return new FileName(decoded(address.substring(address.lastIndexOf('/', end - 1) + 1, end)));
    }

    /** The names from the folder down to the file, with slashes, to be read. */
    static String below(Path folder, Path file) {
        StringBuilder names = new StringBuilder(of(file).text());
        for (Path above = file.getParent(); above != null && !above.equals(folder); above = above.getParent()) {
            names.insert(0, of(above).text() + "/");
        }
        return names.toString();
    }

    /** To be read: UTF-8, or what is none in GB18030, composed as people type it. */
    String text() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        } catch (CharacterCodingException _) {
            return new String(bytes, GB18030);
        }
    }

    Path in(Path folder) {
        StringBuilder address = new StringBuilder(folder.toUri().toString());
        if (address.charAt(address.length() - 1) != '/') {
            address.append('/');
        }
        for (byte b : bytes) {
            address.append('%').append("%02X".formatted(b & 0xff));
        }
        return Path.of(URI.create(address.toString()));
    }

    /** Itself for 1, else with a number before its ending: {@code a-2.docx}. */
    FileName numbered(int number) {
        if (number == 1) {
            return this;
        }
        int dot = lastDot();
        int ending = dot > 0 ? bytes.length - dot : 0;
        byte[] mark = ("-" + number).getBytes(StandardCharsets.US_ASCII);
        byte[] front = cut(bytes.length - ending, MAX_BYTES - mark.length - ending);
        return new FileName(joined(front, mark, Arrays.copyOfRange(bytes, bytes.length - ending, bytes.length)));
    }

    /** With that behind it, cut in front of it where it would be too long. */
    FileName with(String ending) {
        byte[] more = ending.getBytes(StandardCharsets.US_ASCII);
        return new FileName(joined(cut(bytes.length, MAX_BYTES - more.length), more));
    }

    private int lastDot() {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == '.') {
                return i;
            }
        }
        return -1;
    }

    /** The first bytes, at most so many and no half character of UTF-8. */
    private byte[] cut(int length, int most) {
        int end = Math.min(length, Math.max(most, 1));
        while (end < length && end > 1 && (bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] decoded(String address) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '%') {
                name.write(Integer.parseInt(address, i + 1, i + 3, 16));
                i += 2;
            } else {
                name.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return name.toByteArray();
    }

    @Override
    public String toString() {
        return text();
    }
}
