package io.casewire.extraction;

import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Unpacks and counts what a packed file, and what is packed inside it, unpacks to. */
public final class Unpacking {
    /** Up to that many bytes any ratio is innocent: a page of blanks packs to nearly nothing. */
    private static final long INNOCENT = 10L << 20;

    private static final int BUFFER = 64 * 1024;

    private final long packed;
    private final ExtractionLimits limits;
    private final byte[] buffer = new byte[BUFFER];
    private long unpacked;

    /**
     * Counts from 0.
     *
     * @param packed bytes of the file on the disk
     */
    public Unpacking(long packed, ExtractionLimits limits) {
        this.packed = packed;
        this.limits = limits;
    }

    /**
     * Unpacks a member.
     *
     * @throws Unextractable for a member that is damaged, and as soon as more came out than the limits allow
     * @throws IOException where {@code out} cannot be written
     */
    public void unpack(ZipFile zip, ZipArchiveEntry entry, OutputStream out) throws Unextractable, IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = open(zip, entry)) {
            for (int read = read(in, entry); read >= 0; read = read(in, entry)) {
                count(read);
                sum.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        // the library does not look at it
        if (entry.getCrc() >= 0 && sum.getValue() != entry.getCrc()) {
            throw damaged(entry, "its check sum is another");
        }
    }

    private static InputStream open(ZipFile zip, ZipArchiveEntry entry) throws Unextractable {
        try {
            return zip.getInputStream(entry);
        } catch (IOException e) {
            throw damaged(entry, e.getMessage());
        }
    }

    private int read(InputStream in, ZipArchiveEntry entry) throws Unextractable {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw damaged(entry, e.getMessage());
        }
    }

    private static Unextractable damaged(ZipArchiveEntry entry, @Nullable String how) {
        return new Unextractable(
                Reason.DAMAGED_FILE,
                "'" + entry.getName() + "' cannot be unpacked: " + how + ". Send it again",
                "“" + entry.getName() + "”无法解压，文件可能已损坏。请重新上传。");
    }

    private void count(int bytes) throws Unextractable {
        unpacked += bytes;
        if (unpacked > limits.unpackedBytes()) {
            throw new Unextractable(
                    Reason.DOCUMENT_TOO_LARGE,
                    "The file unpacks to more than " + limits.unpackedBytes() + " bytes ("
                            + ExtractionLimits.MAX_UNPACKED_SIZE + "). Send its documents in several files",
                    "文件解压后超过 " + limits.unpackedBytes() + " 字节（" + ExtractionLimits.MAX_UNPACKED_SIZE + "）。请拆分后分别上传。");
        }
        if (unpacked > INNOCENT && unpacked > packed * limits.ratio()) {
            throw new Unextractable(
                    Reason.DOCUMENT_TOO_LARGE,
                    "The file unpacks to more than " + limits.ratio() + " times its size (" + ExtractionLimits.MAX_RATIO
                            + "), which no document does. Send its documents one by one",
                    "文件解压后的大小超过原文件的 " + limits.ratio() + " 倍（" + ExtractionLimits.MAX_RATIO + "）。请分别上传其中的文件。");
        }
    }
}
