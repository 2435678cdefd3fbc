package io.casewire.extraction.word;

import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file of a word processor is by its first bytes, whatever its name ends with. */
public enum Container {
    /** Parts in a zip file, as docx. */
    PACKED("docx"),
    /** Streams in a compound file, as doc; a protected docx too. */
    COMPOUND("doc"),
    RICH_TEXT("RTF"),
    /** A web page with all that belongs to it, in the form of a mail. */
    MHT("MHT"),
    HTML("HTML"),
    /** The XML of Word 2003, or any other. */
    XML("XML"),
    /** Fits none. */
    OTHER("");

    private static final int LOOKED_AT = 1024;
    private static final byte[] COMPOUND_SIGNATURE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private final String printed;

    Container(String printed) {
        this.printed = printed;
    }

    /** By the file's beginning. */
    public static Container of(Path file) throws IOException {
        byte[] start;
        try (InputStream content = Files.newInputStream(file)) {
            start = content.readNBytes(LOOKED_AT);
        }
        if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            return PACKED;
        }
        if (start.length >= 8 && Arrays.equals(start, 0, 8, COMPOUND_SIGNATURE, 0, 8)) {
            return COMPOUND;
        }
        String text = new String(start, StandardCharsets.ISO_8859_1)
                .replaceFirst("^ï»¿", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("{\\rt")) {
            return RICH_TEXT;
        }
        if (text.startsWith("mime-version:")
                || text.startsWith("from:")
                || text.contains("\ncontent-type: multipart/")) {
            return MHT;
        }
        if (text.contains("<html") || text.startsWith("<!doctype html")) {
            return HTML;
        }
        return text.startsWith("<?xml") || text.startsWith("<pkg:") ? XML : OTHER;
    }

    /** Lets pass what docx is packed in. */
    public static void refuseUnlessPacked(Path file) throws Unextractable, IOException {
        Container container = of(file);
        if (container == COMPOUND && isProtected(file)) {
            throw locked();
        }
        if (container != PACKED) {
            throw container.refusal("docx");
        }
    }

    /** Lets pass what doc is kept in. */
    public static void refuseUnlessCompound(Path file) throws Unextractable, IOException {
        Container container = of(file);
        if (container == COMPOUND && isProtected(file)) {
            throw locked();
        }
        if (container != COMPOUND) {
            throw container.refusal("doc");
        }
    }

    private Unextractable refusal(String wanted) {
        return this == OTHER
                ? damaged(wanted)
                : new Unextractable(
                        Reason.UNSUPPORTED_FORMAT,
                        "The file is " + printed + " in truth, whatever its name says, and not " + wanted
                                + ". Save it as docx with a word processor",
                        "该文件实际是" + printed + "格式，不是" + wanted + "；请用文字处理软件另存为docx后再提交");
    }

    private static Unextractable damaged(String wanted) {
        return new Unextractable(
                Reason.DAMAGED_FILE,
                "The file is damaged and cannot be read as " + wanted
                        + ". Open it with a word processor and save it anew",
                "文件已损坏，无法按" + wanted + "格式读取；请用文字处理软件打开并另存后再提交");
    }

    /** For a file that opens with a password only. */
    public static Unextractable locked() {
        return new Unextractable(
                Reason.PASSWORD_PROTECTED,
                "The document is protected by a password. Save it without one",
                "文档已加密，请取消密码后再提交");
    }

    /** For a file that says what it is and does not keep to it. */
    public static Unextractable damagedDoc() {
        return damaged("doc");
    }

    private static boolean isProtected(Path file) throws IOException, Unextractable {
        try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true)) {
            return compound.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            throw damaged("doc");
        }
    }
}
