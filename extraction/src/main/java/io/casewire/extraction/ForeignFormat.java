package io.casewire.extraction;

import io.casewire.extraction.Unextractable.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Formats that are known and not read, each with what its sender can do. */
enum ForeignFormat {
    RTF("7b5c727466", 0, "Rich Text Format (RTF)", "RTF 文档", Remedy.SAVE_AS_DOCX),
    MHT("a web archive (MHT)", "单个文件网页（MHT）", Remedy.SAVE_AS_DOCX),
    WORD_XML("Word XML", "Word XML 文档", Remedy.SAVE_AS_DOCX),
    EXCEL_XML("an XML Spreadsheet 2003", "XML 电子表格 2003", Remedy.SAVE_AS_XLSX),
    FLAT_ODF("a flat OpenDocument file", "OpenDocument 单文件文档", Remedy.SAVE_AS_DOCX),
    XLS("an Excel 97–2003 workbook (xls)", "Excel 97–2003 工作簿（xls）", Remedy.SAVE_AS_XLSX),
    XLSB("an Excel binary workbook (xlsb)", "Excel 二进制工作簿（xlsb）", Remedy.SAVE_AS_XLSX),
    PPT("a PowerPoint 97–2003 presentation (ppt)", "PowerPoint 97–2003 演示文稿（ppt）", Remedy.SAVE_AS_DOCX),
    PPTX("a PowerPoint presentation (pptx)", "PowerPoint 演示文稿（pptx）", Remedy.SAVE_AS_DOCX),
    VISIO("a Visio drawing", "Visio 绘图", Remedy.SAVE_AS_DOCX),
    OUTLOOK("an Outlook message (msg)", "Outlook 邮件（msg）", Remedy.SEND_ATTACHMENT),
    OLE2("an OLE2 file of another program", "其他程序的 OLE2 文件", Remedy.SAVE_AS_DOCX),
    ODT("OpenDocument text (odt)", "OpenDocument 文本（odt）", Remedy.SAVE_AS_DOCX),
    ODS("an OpenDocument spreadsheet (ods)", "OpenDocument 电子表格（ods）", Remedy.SAVE_AS_XLSX),
    ODP("an OpenDocument presentation or drawing", "OpenDocument 演示文稿或绘图", Remedy.SAVE_AS_DOCX),
    EPUB("an e-book (epub)", "电子书（epub）", Remedy.SAVE_AS_DOCX),
    XPS("an XPS document", "XPS 文档", Remedy.PRINT_TO_PDF),
    IWORK("an iWork document", "iWork 文稿", Remedy.SAVE_AS_DOCX),
    PNG("89504e470d0a1a0a", 0, "a PNG picture", "PNG 图片", Remedy.SEND_TEXT),
    JPEG("ffd8ff", 0, "a JPEG picture", "JPEG 图片", Remedy.SEND_TEXT),
    GIF("47494638", 0, "a GIF picture", "GIF 图片", Remedy.SEND_TEXT),
    TIFF_LITTLE("49492a00", 0, "a TIFF picture", "TIFF 图片", Remedy.SEND_TEXT),
    TIFF_BIG("4d4d002a", 0, "a TIFF picture", "TIFF 图片", Remedy.SEND_TEXT),
    WEBP("57454250", 8, "a WebP picture", "WebP 图片", Remedy.SEND_TEXT),
    BMP("424d", 0, "a bitmap picture (BMP)", "BMP 图片", Remedy.SEND_TEXT),
    MEDIA("66747970", 4, "a film, a sound or a HEIC picture", "视频、音频或 HEIC 图片", Remedy.SEND_TEXT),
    SEVEN_ZIP("377abcaf271c", 0, "a 7z archive", "7z 压缩包", Remedy.PACK_AS_ZIP),
    RAR("526172211a07", 0, "a RAR archive", "RAR 压缩包", Remedy.PACK_AS_ZIP),
    GZIP("1f8b08", 0, "a gzip file", "gzip 压缩文件", Remedy.PACK_AS_ZIP),
    BZIP2("425a68", 0, "a bzip2 file", "bzip2 压缩文件", Remedy.PACK_AS_ZIP),
    XZ("fd377a585a00", 0, "an xz file", "xz 压缩文件", Remedy.PACK_AS_ZIP),
    ZSTD("28b52ffd", 0, "a Zstandard file", "Zstandard 压缩文件", Remedy.PACK_AS_ZIP),
    CAB("4d534346", 0, "a cabinet file (cab)", "CAB 压缩包", Remedy.PACK_AS_ZIP),
    TAR("7573746172", 257, "a tar archive", "tar 压缩包", Remedy.PACK_AS_ZIP),
    DJVU("41542654464f524d", 0, "a DjVu document", "DjVu 文档", Remedy.SEND_TEXT),
    POSTSCRIPT("25215053", 0, "PostScript", "PostScript 文件", Remedy.PRINT_TO_PDF),
    WINDOWS_PROGRAM("4d5a", 0, "a Windows program", "Windows 程序", Remedy.SEND_TEXT),
    LINUX_PROGRAM("7f454c46", 0, "a Linux program", "Linux 程序", Remedy.SEND_TEXT);

    /** Its first bytes, each a character; null where they do not tell. */
    private final @Nullable String magic;

    private final int offset;
    private final String english;
    private final String chinese;
    private final Remedy remedy;

    ForeignFormat(String english, String chinese, Remedy remedy) {
        this(null, 0, english, chinese, remedy);
    }

    ForeignFormat(@Nullable String magic, int offset, String english, String chinese, Remedy remedy) {
        this.magic = magic == null ? null : new String(HexFormat.of().parseHex(magic), StandardCharsets.ISO_8859_1);
        this.offset = offset;
        this.english = english;
        this.chinese = chinese;
        this.remedy = remedy;
    }

    /**
     * The one that a file begins as.
     *
     * @param head its first bytes, each a character
     * @return null where none is known by them
     */
    static @Nullable ForeignFormat of(String head) {
        for (ForeignFormat format : values()) {
            String magic = format.magic;
            if (magic != null && head.startsWith(magic, format.offset) && !(isWord(magic) && isText(head))) {
                return format;
            }
        }
        return null;
    }

    /** Two or three letters may begin a sentence as well. */
    private static boolean isWord(String magic) {
        return magic.length() <= 3 && magic.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isText(String head) {
        return head.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }

    /** The refusal of a file that is one of these. */
    Unextractable refusal(String name) {
        return new Unextractable(
                Reason.UNSUPPORTED_FORMAT,
                "'" + name + "' is " + english + ", which is not read. " + remedy.english,
                "“" + name + "”是" + chinese + "，不支持读取。" + remedy.chinese);
    }

    private enum Remedy {
        SAVE_AS_DOCX("Open it and save it as a Word document (.docx), then send that", "请打开后另存为 Word 文档（.docx）再上传。"),
        SAVE_AS_XLSX(
                "Open it and save it as an Excel workbook (.xlsx), then send that", "请打开后另存为 Excel 工作簿（.xlsx）再上传。"),
        PRINT_TO_PDF("Open it and print it to a PDF file, then send that", "请打开后打印为 PDF 文件再上传。"),
        PACK_AS_ZIP("Unpack it and send the documents, or pack them as a zip file", "请解压后上传其中的文件，或重新打包为 zip 文件。"),
        SEND_ATTACHMENT("Send the document that is attached to it", "请上传邮件所附的文件。"),
        SEND_TEXT("Send the document that it was made from", "请上传原始的文字文件。");

        private final String english;
        private final String chinese;

        Remedy(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }
}
