package io.casewire.extraction;

import io.casewire.extraction.FileKind.Document;
import io.casewire.extraction.FileKind.Other;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.doc.DocReader;
import io.casewire.extraction.docx.DocxReader;
import io.casewire.extraction.ofd.OfdReader;
import io.casewire.extraction.pdf.PdfReader;
import io.casewire.extraction.xlsx.XlsxReader;
import io.casewire.extraction.zip.ArchiveReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that are there, by the file's content. */
public final class Readers {
    /** One a format. */
    private static final List<FormatReader> ALL =
            List.of(new DocxReader(), new DocReader(), new PdfReader(), new XlsxReader(), new OfdReader());

    private final List<FormatReader> readers;

    Readers(List<FormatReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /**
     * Takes a file apart.
     *
     * @param name of the file as its sender called it, for messages; the content decides how it is read
     * @param scratch a folder for the members of an archive, empty
     * @throws Unextractable with the reason for the sender
     * @throws IOException where the disk fails
     */
    public static Content read(Path file, String name, Path scratch, ExtractionLimits limits)
            throws Unextractable, IOException {
        return new Readers(ALL).content(file, name, scratch, limits);
    }

    Content content(Path file, String name, Path scratch, ExtractionLimits limits) throws Unextractable, IOException {
        return switch (Detection.of(file, name)) {
            case Document document -> extraction(document, file, name, limits);
            case Other.ARCHIVE -> new ArchiveReader(limits, this::isArchive).read(file, scratch);
            case Other.TEXT -> new PlainText(file);
        };
    }

    private boolean isArchive(Path file, String name) throws Unextractable, IOException {
        return switch (Detection.of(file, name)) {
            case Document document -> {
                readerOf(document.format(), name);
                yield false;
            }
            case Other.ARCHIVE -> true;
            case Other.TEXT -> false;
        };
    }

    private Extraction extraction(Document document, Path file, String name, ExtractionLimits limits)
            throws Unextractable, IOException {
        FormatReader reader = readerOf(document.format(), name);
        switch (document.format()) {
            case DOCX, XLSX, OFD -> PackageWatch.check(file, name, limits);
            case DOC, PDF -> {
                // not packed as a whole
            }
        }
        Extraction read = reader.read(file, limits);
        return document.macros() ? withoutMacros(read, name) : read;
    }

    /** Macros are never run; what they would have written is not there. */
    private static Extraction withoutMacros(Extraction read, String name) throws Unextractable {
        if (read.blocks().stream().noneMatch(Readers::says)) {
            throw new Unextractable(
                    Reason.NOTHING_BUT_MACROS,
                    "'" + name
                            + "' holds macros and no text; macros are not run. Save it with its text and without macros",
                    "“" + name + "”只含宏代码，没有文字；系统不运行宏。请另存为不含宏的文档再上传。");
        }
        List<Notice> notices = new ArrayList<>(read.notices());
        notices.add(new Notice("MACROS_NOT_RUN", "The file holds macros. They were not run", new Place("file")));
        return new Extraction(read.format(), read.blocks(), notices);
    }

    private static boolean says(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> !paragraph.text().isBlank();
            case Block.PrintedLines lines -> lines.lines().stream().anyMatch(line -> !line.isBlank());
            case Block.PageBreak _ -> false;
            case Block.Table table ->
                table.rows().stream().anyMatch(row -> row.cells().stream()
                        .anyMatch(cell -> !cell.text().isBlank()));
        };
    }

    private FormatReader readerOf(Format format, String name) throws Unextractable {
        for (FormatReader reader : readers) {
            if (reader.format() == format) {
                return reader;
            }
        }
        throw new Unextractable(
                Reason.UNSUPPORTED_FORMAT,
                "'" + name + "' is a " + format.name() + " file, which is not read here",
                "“" + name + "”是 " + format.name() + " 文件，不支持读取。");
    }
}
