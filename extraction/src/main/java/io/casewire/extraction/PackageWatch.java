package io.casewire.extraction;

import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Holds a document that is a zip of parts to the limits before anybody reads the parts: how much they unpack to is counted, not taken from
 * what the file says of itself, and no part may declare entities.
 */
final class PackageWatch {
    /** A document type stands before the first element, and only remarks may stand before it. */
    private static final int PROLOG = 64 * 1024;

    static {
        // its own limits refuse sheets of many equal rows and documents of many pictures; what is unpacked is counted
        // here
        ZipSecureFile.setMinInflateRatio(0);
        ZipSecureFile.setMaxFileCount(Integer.MAX_VALUE);
    }

    private PackageWatch() {}

    static void check(Path file, String name, ExtractionLimits limits) throws Unextractable, IOException {
        Unpacking unpacking = new Unpacking(Files.size(file), limits);
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Prolog prolog = new Prolog(isXml(entry) ? PROLOG : 0);
                unpacking.unpack(zip, entry, prolog);
                if (prolog.declaresType()) {
                    throw new Unextractable(
                            Reason.HOSTILE_FILE,
                            "Part " + entry.getName() + " of '" + name
                                    + "' declares a document type, which may bring entities in. No Office program writes one",
                            "“" + name + "”的部件 " + entry.getName() + " 含有文档类型声明（DTD），可能引入外部实体，已拒收。");
                }
            }
        } catch (IOException e) {
            throw damaged(name, e);
        }
    }

    private static boolean isXml(ZipArchiveEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    /** Keeps the beginning of a part and drops the rest. */
    private static final class Prolog extends OutputStream {
        private final byte[] head;
        private int length;

        Prolog(int size) {
            head = new byte[size];
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            int kept = Math.min(count, head.length - length);
            System.arraycopy(bytes, from, head, length, kept);
            length += kept;
        }

        /** Whether nothing but declarations and remarks stand before a document type; in any encoding XML programs take. */
        boolean declaresType() {
            String ascii = new String(head, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
            int type = ascii.indexOf("<!DOCTYPE");
            int at = type < 0 ? -1 : ascii.indexOf('<');
            while (at >= 0 && at < type) {
                int end = ascii.startsWith("<!--", at)
                        ? ascii.indexOf("-->", at)
                        : ascii.startsWith("<?", at) ? ascii.indexOf("?>", at) : -1;
                at = end < 0 ? -1 : ascii.indexOf('<', end);
            }
            return type >= 0 && at == type;
        }
    }

    private static Unextractable damaged(String name, IOException cause) {
        Unextractable damaged = new Unextractable(
                Reason.DAMAGED_FILE,
                "'" + name + "' cannot be opened as a zip: " + cause.getMessage() + ". Send it again",
                "“" + name + "”无法按 zip 打开，文件可能已损坏。请重新上传。");
        damaged.initCause(cause);
        return damaged;
    }
}
