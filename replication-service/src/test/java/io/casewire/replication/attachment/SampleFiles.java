package io.casewire.replication.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small files as other programs write them. */
final class SampleFiles {
    private SampleFiles() {}

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static byte[] pdf() {
        return "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] docx() {
        return written(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText("实施方案");
                document.write(out);
            }
        });
    }

    static byte[] xlsx() {
        return written(out -> {
            try (XSSFWorkbook book = new XSSFWorkbook()) {
                book.createSheet("台账").createRow(0).createCell(0).setCellValue("进度");
                book.write(out);
            }
        });
    }

    static byte[] xls() {
        return written(out -> {
            try (HSSFWorkbook book = new HSSFWorkbook()) {
                book.createSheet("台账").createRow(0).createCell(0).setCellValue("进度");
                book.write(out);
            }
        });
    }

    /** A compound file with streams of these names. */
    static byte[] compound(String... streams) {
        return written(out -> {
            try (POIFSFileSystem files = new POIFSFileSystem()) {
                for (String stream : streams) {
                    files.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
                }
                files.writeFilesystem(out);
            }
        });
    }

    /** An archive with members of these names, written in that charset. */
    static byte[] zip(Charset charset, String... members) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out, charset)) {
                for (String member : members) {
                    zip.putNextEntry(new ZipEntry(member));
                    zip.write(member.getBytes(StandardCharsets.UTF_8));
                }
            }
        });
    }

    static byte[] png() {
        byte[] png = new byte[64];
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        System.arraycopy(head, 0, png, 0, head.length);
        return png;
    }

    static byte[] jpg() {
        byte[] jpg = new byte[64];
        byte[] head = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};
        System.arraycopy(head, 0, jpg, 0, head.length);
        return jpg;
    }

    private static byte[] written(Writing writing) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writing.to(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
