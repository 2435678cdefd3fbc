package io.casewire.extraction;

import io.casewire.extraction.FileKind.Other;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what a file is by its content; its name says nothing. */
final class Detection {
    private static final int HEAD = 4096;

    /** A header of PDF may stand behind that many bytes of something else (ISO 32000-1, note to 7.5.2). */
    private static final int PDF_HEAD = 1024;

    private Detection() {}

    /**
     * What the file is.
     *
     * @param name for messages
     * @throws Unextractable for a format that is known and not read, a password, a package that is damaged
     */
    static FileKind of(Path file, String name) throws Unextractable, IOException {
        byte[] head = head(file);
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("PK\3\4") || bytes.startsWith("PK\5\6") || bytes.startsWith("PK\7\b")) {
            return ZipKind.of(file, name);
        }
        if (bytes.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return CompoundKind.of(file, name);
        }
        int pdf = bytes.indexOf("%PDF-");
        if (pdf >= 0 && pdf < PDF_HEAD) {
            return new FileKind.Document(Format.PDF, false);
        }
        ForeignFormat foreign = ForeignFormat.of(bytes);
        foreign = foreign != null ? foreign : textual(decoded(head));
        if (foreign != null) {
            throw foreign.refusal(name);
        }
        return Other.TEXT;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    /** Good enough for names of elements and headers. */
    private static String decoded(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return new String(head, StandardCharsets.UTF_16LE);
        }
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return new String(head, StandardCharsets.UTF_16BE);
        }
        return new String(head, StandardCharsets.UTF_8);
    }

    /** Formats that are written in text and yet are no text to read. */
    private static @Nullable ForeignFormat textual(String head) {
        String text = head.replace("\ufeff", "").stripLeading();
        if (text.startsWith("<")) {
            return xml(text);
        }
        return isMail(text) ? ForeignFormat.MHT : null;
    }

    private static @Nullable ForeignFormat xml(String text) {
        String root = root(text);
        String name = root.substring(root.indexOf(':') + 1);
        return switch (name) {
            case "wordDocument", "package" -> root.contains(":") ? ForeignFormat.WORD_XML : null;
            case "Workbook" -> ForeignFormat.EXCEL_XML;
            case "document" -> root.equals("office:document") ? ForeignFormat.FLAT_ODF : null;
            default -> null;
        };
    }

    /** The name of the first element, with its prefix; empty where none begins here. */
    private static String root(String text) {
        int at = text.indexOf('<');
        while (at >= 0 && at + 1 < text.length()) {
            char next = text.charAt(at + 1);
            if (next != '?' && next != '!') {
                int end = at + 1;
                while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                return text.substring(at + 1, end);
            }
            int close = text.startsWith("<!--", at) ? text.indexOf("-->", at) : text.indexOf('>', at);
            at = close < 0 ? -1 : text.indexOf('<', close);
        }
        return "";
    }

    /** Headers of a message of several parts, as a web archive and a letter begin. */
    private static boolean isMail(String text) {
        boolean version = false;
        boolean parts = false;
        for (String line : text.lines().toList()) {
            if (line.isBlank()) {
                break;
            }
            String lower = line.toLowerCase(Locale.ROOT);
            int colon = lower.indexOf(':');
            boolean folded = Character.isWhitespace(line.charAt(0));
            if (!folded && (colon <= 0 || !isToken(lower.substring(0, colon)))) {
                return false;
            }
            version |= lower.startsWith("mime-version:");
            parts |= lower.contains("multipart/");
        }
        return version && parts;
    }

    private static boolean isToken(String name) {
        return name.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
    }
}
