package io.casewire.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.extraction.FileKind.Other;
import io.casewire.extraction.Unextractable.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is taken for, whatever it is called. */
class DetectionTests {
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final String NAME = "通知.doc";

    @TempDir
    private Path folder;

    private Format formatOf(Path file) throws IOException, Unextractable {
        return ((FileKind.Document) Detection.of(file, NAME)).format();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private Path text(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path compound(String... streams) throws IOException {
        Path file = folder.resolve("file");
        try (POIFSFileSystem made = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            for (String stream : streams) {
                made.createDocument(new ByteArrayInputStream(new byte[64]), stream);
            }
            made.writeFilesystem(out);
        }
        return file;
    }

    private void assertRefused(Path file, Reason reason, String english, String chinese) {
        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(() -> Detection.of(file, NAME))
                .withMessageContaining(NAME)
                .withMessageContaining(english)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason))
                .satisfies(refused -> assertThat(refused.chinese()).contains(NAME, chinese));
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml, DOCX",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml, DOCX",
        "application/vnd.ms-word.document.macroEnabled.main+xml, DOCX",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml, DOCX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml, XLSX",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml, XLSX"
    })
    void anOfficePackageIsWhatItsMainPartIs(String type, Format format) throws Exception {
        assertThat(formatOf(PackageFiles.office(folder.resolve("a"), type, TRANSITIONAL)))
                .isEqualTo(format);
        assertThat(formatOf(PackageFiles.office(folder.resolve("b"), type, STRICT)))
                .isEqualTo(format);
    }

    @Test
    void aPackageWhosePartsDoNotFitIsDamaged() throws Exception {
        assertRefused(
                PackageFiles.zip(folder.resolve("a"), "[Content_Types].xml", "<Types>"),
                Reason.DAMAGED_FILE,
                "do not fit together",
                "重新保存");
    }

    @Test
    void otherOfficePackagesAreRefusedByName() throws Exception {
        assertRefused(
                PackageFiles.office(
                        folder.resolve("a"),
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                        TRANSITIONAL),
                Reason.UNSUPPORTED_FORMAT,
                "pptx",
                "演示文稿");
        assertRefused(
                PackageFiles.office(
                        folder.resolve("b"), "application/vnd.ms-excel.sheet.binary.macroEnabled.main", TRANSITIONAL),
                Reason.UNSUPPORTED_FORMAT,
                "xlsb",
                "另存为 Excel 工作簿");
        assertRefused(
                PackageFiles.office(folder.resolve("c"), "application/x-drawing", TRANSITIONAL),
                Reason.UNSUPPORTED_FORMAT,
                "application/x-drawing",
                "不支持");
    }

    @Test
    void aFileOfStreamsIsWhatItsStreamsAre() throws Exception {
        assertThat(formatOf(compound("WordDocument", "1Table"))).isEqualTo(Format.DOC);
        assertRefused(compound("Workbook"), Reason.UNSUPPORTED_FORMAT, "(xls)", "xls");
        assertRefused(compound("Book"), Reason.UNSUPPORTED_FORMAT, "(xls)", "xls");
        assertRefused(compound("PowerPoint Document"), Reason.UNSUPPORTED_FORMAT, "(ppt)", "ppt");
        assertRefused(compound("VisioDocument"), Reason.UNSUPPORTED_FORMAT, "Visio", "Visio");
        assertRefused(compound("__properties_version1.0"), Reason.UNSUPPORTED_FORMAT, "Outlook", "邮件");
        assertRefused(compound("Contents"), Reason.UNSUPPORTED_FORMAT, "another program", "其他程序");
        assertRefused(compound("EncryptedPackage", "EncryptionInfo"), Reason.PASSWORD_PROTECTED, "password", "密码");
    }

    @Test
    void aWordDocumentWithAPasswordIsRefusedForIt() throws Exception {
        Path file = folder.resolve("file");
        byte[] head = new byte[64];
        head[11] = 0x13;
        try (POIFSFileSystem made = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            made.createDocument(new ByteArrayInputStream(head), "WordDocument");
            made.writeFilesystem(out);
        }

        assertRefused(file, Reason.PASSWORD_PROTECTED, "password", "密码");
    }

    @Test
    void aPdfMayBeginBehindOtherBytes() throws Exception {
        assertThat(formatOf(text("%PDF-1.7\n"))).isEqualTo(Format.PDF);
        assertThat(formatOf(text("\0".repeat(1000) + "%PDF-1.7\n"))).isEqualTo(Format.PDF);
        assertThat(Detection.of(text("x".repeat(1024) + "%PDF-1.7\n"), NAME)).isEqualTo(Other.TEXT);
    }

    @Test
    void otherZipsAreKnownByTheirMembers() throws Exception {
        assertThat(formatOf(PackageFiles.zip(folder.resolve("a"), "OFD.xml", "<OFD/>")))
                .isEqualTo(Format.OFD);
        assertThat(Detection.of(PackageFiles.zip(folder.resolve("b"), "通知.txt", "甲", "附件/OFD.xml", "乙"), NAME))
                .isEqualTo(Other.ARCHIVE);
        assertRefused(
                PackageFiles.zip(folder.resolve("c"), "mimetype", "application/vnd.oasis.opendocument.text"),
                Reason.UNSUPPORTED_FORMAT,
                "(odt)",
                "odt");
        assertRefused(
                PackageFiles.zip(folder.resolve("d"), "mimetype", "application/epub+zip"),
                Reason.UNSUPPORTED_FORMAT,
                "(epub)",
                "epub");
        assertRefused(
                PackageFiles.zip(folder.resolve("e"), "Index/Document.iwa", "x"),
                Reason.UNSUPPORTED_FORMAT,
                "iWork",
                "iWork");
    }

    @Test
    void aZipWithoutItsEndIsDamaged() throws Exception {
        byte[] whole = Files.readAllBytes(PackageFiles.zip(folder.resolve("a"), "通知.txt", "甲"));

        assertRefused(file(Arrays.copyOf(whole, whole.length - 30)), Reason.DAMAGED_FILE, "Send it again", "重新上传");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            MIME-Version: 1.0\\nContent-Type: multipart/related; boundary="x"\\n\\n--x ~ MHT ~ MHT
            From: <Saved by Blink>\\nMIME-Version: 1.0\\nContent-Type: multipart/related;\\n boundary="x"\\n\\n ~ MHT ~ MHT
            <?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x"> ~ Word XML ~ Word XML
            <?xml version="1.0"?><pkg:package xmlns:pkg="x"> ~ Word XML ~ Word XML
            <?xml version="1.0"?><!-- a > b --><Workbook xmlns="x"> ~ Spreadsheet 2003 ~ 2003
            <?xml version="1.0"?><office:document xmlns:office="x"> ~ OpenDocument ~ OpenDocument
            """)
    void textualFormatsThatAreNoTextAreRefusedByName(String begins, String english, String chinese) throws Exception {
        String text = begins.replace("\\n", "\n");

        assertRefused(text(text), Reason.UNSUPPORTED_FORMAT, english, chinese);
        assertRefused(text("\ufeff" + text), Reason.UNSUPPORTED_FORMAT, english, chinese);
    }

    @Test
    void richTextIsRefusedByName() throws Exception {
        assertRefused(text("{\\rtf1\\ansi 通知"), Reason.UNSUPPORTED_FORMAT, "RTF", "RTF");
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000, PNG, 图片",
        "ffd8ffe000104a464946, JPEG, 图片",
        "474946383961, GIF, 图片",
        "49492a0008000000, TIFF, 图片",
        "424d3600000000000000, bitmap, 图片",
        "5249464600000000574542505650, WebP, 图片",
        "0000001866747970686569630000, HEIC, 视频",
        "377abcaf271c0004, 7z, 压缩包",
        "526172211a0701001a, RAR, 压缩包",
        "1f8b0800000000000003, gzip, 压缩文件",
        "4d5a90000300000004, Windows program, 程序"
    })
    void picturesArchivesAndProgramsAreRefusedByName(String hex, String english, String chinese) throws Exception {
        assertRefused(file(HexFormat.of().parseHex(hex)), Reason.UNSUPPORTED_FORMAT, english, chinese);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "一、总体要求",
                "<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><body>通知</body></html>",
                "<?xml version=\"1.0\"?><!DOCTYPE html><html/>",
                "<p>Workbook</p>",
                "BM是业务管理的简称",
                "MZ工作方案\n一、总体要求",
                "标题: 通知\nMIME-Version: 1.0\n",
                "RTF"
            })
    void textIsHandedOnAsItIs(String text) throws Exception {
        Path file = text(text);

        assertThat(Detection.of(file, NAME)).isEqualTo(Other.TEXT);
    }

    @Test
    void textInOtherEncodingsIsText() throws Exception {
        String html = "<html><body>通知</body></html>";

        assertThat(Detection.of(file(html.getBytes(Charset.forName("GB18030"))), NAME))
                .isEqualTo(Other.TEXT);
        assertThat(Detection.of(file(html.getBytes(StandardCharsets.UTF_16)), NAME))
                .isEqualTo(Other.TEXT);
        assertRefused(
                file("\ufeff<?xml version=\"1.0\"?><Workbook>".getBytes(StandardCharsets.UTF_16LE)),
                Reason.UNSUPPORTED_FORMAT,
                "Spreadsheet 2003",
                "2003");
    }
}
