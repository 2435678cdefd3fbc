package io.casewire.extraction;

import io.casewire.extraction.FileKind.Other;
import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.jspecify.annotations.Nullable;

/** What a zip holds: a document of its own or files. */
final class ZipKind {
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
    private static final int MAX_MIME_LENGTH = 200;

    private ZipKind() {}

    static FileKind of(Path file, String name) throws Unextractable, IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            Map<String, ZipArchiveEntry> members = new HashMap<>();
            zip.getEntries().asIterator().forEachRemaining(entry -> members.put(entry.getName(), entry));
            if (members.containsKey("OFD.xml")) {
                return new FileKind.Document(Format.OFD, false);
            }
            ForeignFormat foreign = byMember(zip, members);
            if (foreign != null) {
                throw foreign.refusal(name);
            }
            if (members.keySet().stream().noneMatch(member -> member.equalsIgnoreCase("[Content_Types].xml"))) {
                return Other.ARCHIVE;
            }
        } catch (IOException e) {
            throw damaged(name, e);
        }
        return ofPackage(file, name);
    }

    private static @Nullable ForeignFormat byMember(ZipFile zip, Map<String, ZipArchiveEntry> members)
            throws IOException {
        ZipArchiveEntry mime = members.get("mimetype");
        if (mime != null && zip.canReadEntryData(mime)) {
            try (InputStream in = zip.getInputStream(mime)) {
                return byMime(new String(in.readNBytes(MAX_MIME_LENGTH), StandardCharsets.US_ASCII).strip());
            }
        }
        return members.containsKey("Index/Document.iwa") || members.containsKey("Index.zip")
                ? ForeignFormat.IWORK
                : null;
    }

    private static @Nullable ForeignFormat byMime(String mime) {
        if (mime.equals("application/epub+zip")) {
            return ForeignFormat.EPUB;
        }
        if (!mime.startsWith(OPEN_DOCUMENT)) {
            return null;
        }
        String kind = mime.substring(OPEN_DOCUMENT.length());
        if (kind.startsWith("text")) {
            return ForeignFormat.ODT;
        }
        return kind.startsWith("spreadsheet") ? ForeignFormat.ODS : ForeignFormat.ODP;
    }

    /** By the type of the part that the package itself points at; transitional and strict ones use other addresses for the relation. */
    private static FileKind ofPackage(Path file, String name) throws Unextractable, IOException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            boolean macros = opened.getParts().stream()
                    .anyMatch(part -> part.getContentType().equals("application/vnd.ms-office.vbaProject"));
            for (PackageRelationship relationship : opened.getRelationships()) {
                String type = relationship.getRelationshipType();
                if (type.endsWith("/officeDocument")) {
                    PackagePart main = opened.getPart(relationship);
                    if (main == null) {
                        throw unfit(name, new IOException("its main part is missing"));
                    }
                    return ofMainPart(main.getContentType(), macros, name);
                }
                if (type.endsWith("/fixedrepresentation")) {
                    throw ForeignFormat.XPS.refusal(name);
                }
                if (type.startsWith("http://schemas.microsoft.com/visio/")) {
                    throw ForeignFormat.VISIO.refusal(name);
                }
            }
            return Other.ARCHIVE;
        } catch (OpenXML4JException | OpenXML4JRuntimeException | IOException e) {
            throw unfit(name, e);
        }
    }

    private static FileKind ofMainPart(String contentType, boolean macros, String name) throws Unextractable {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("wordprocessingml") || type.contains("ms-word")) {
            return new FileKind.Document(Format.DOCX, macros);
        }
        if (type.contains("ms-excel.sheet.binary")) {
            throw ForeignFormat.XLSB.refusal(name);
        }
        if (type.contains("spreadsheetml") || type.contains("ms-excel")) {
            return new FileKind.Document(Format.XLSX, macros);
        }
        if (type.contains("presentationml") || type.contains("ms-powerpoint")) {
            throw ForeignFormat.PPTX.refusal(name);
        }
        throw new Unextractable(
                Reason.UNSUPPORTED_FORMAT,
                "'" + name + "' is an Office package whose main part is " + contentType
                        + ", which is not read. Save it as a Word document (.docx) or an Excel workbook (.xlsx)",
                "“" + name + "”的主体类型为 " + contentType + "，不支持读取。请另存为 .docx 或 .xlsx 后再上传。");
    }

    private static Unextractable damaged(String name, IOException cause) {
        Unextractable damaged = new Unextractable(
                Reason.DAMAGED_FILE,
                "'" + name
                        + "' begins as a zip file and cannot be opened as one; its end may be missing. Send it again",
                "“" + name + "”以 zip 格式开头，但无法打开，文件可能不完整。请重新上传。");
        damaged.initCause(cause);
        return damaged;
    }

    private static Unextractable unfit(String name, Exception cause) {
        Unextractable damaged = new Unextractable(
                Reason.DAMAGED_FILE,
                "'" + name + "' is an Office package whose parts do not fit together: " + cause.getMessage()
                        + ". Open it, save it anew and send it again",
                "“" + name + "”是 Office 文档，但内部结构已损坏。请打开后重新保存再上传。");
        damaged.initCause(cause);
        return damaged;
    }
}
