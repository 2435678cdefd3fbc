package io.casewire.extraction.docx;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.word.BoundedStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/** The parts of a file that are read, by what they are to each other. */
final class Parts implements AutoCloseable {
    /** Relations of the transitional form and of the strict one. */
    private static final List<String> RELATIONS = List.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/");

    private static final long GRACE = 10L << 20;

    private final OPCPackage file;
    private final PackagePart document;
    private final ExtractionLimits limits;
    private final BoundedStream.Budget budget;

    private Parts(OPCPackage file, PackagePart document, ExtractionLimits limits) {
        this.file = file;
        this.document = document;
        this.limits = limits;
        this.budget = new BoundedStream.Budget(limits);
    }

    static Parts open(Path path, ExtractionLimits limits) throws Unextractable, IOException {
        // they are the process's own, which reads one document at a time and all of them with these limits
        ZipSecureFile.setMinInflateRatio(1.0 / limits.ratio());
        ZipSecureFile.setGraceEntrySize(GRACE);
        ZipSecureFile.setMaxFileCount(limits.members());
        ZipSecureFile.setMaxEntrySize(Math.min(limits.unpackedBytes(), 0xFFFF_FFFFL));
        OPCPackage file = null;
        try {
            file = OPCPackage.open(path.toFile(), PackageAccess.READ);
            PackagePart document = related(file, "officeDocument");
            if (document == null) {
                throw Damage.damaged();
            }
            String type = document.getContentType().toLowerCase(Locale.ROOT);
            if (!type.contains("wordprocessingml") && !type.contains("ms-word")) {
                throw notText();
            }
            Parts parts = new Parts(file, document, limits);
            file = null;
            return parts;
        } catch (InvalidFormatException | UnsupportedFileFormatException | OpenXML4JRuntimeException e) {
            throw Damage.of(e, limits);
        } finally {
            if (file != null) {
                file.revert();
            }
        }
    }

    private static Unextractable notText() {
        return new Unextractable(
                Reason.UNSUPPORTED_FORMAT, "The file is Office Open XML, but no text document", "该文件是OOXML文件，但不是文字文档");
    }

    private static @Nullable PackagePart related(OPCPackage file, String relation) {
        for (String prefix : RELATIONS) {
            for (PackageRelationship found : file.getRelationshipsByType(prefix + relation)) {
                return file.getPart(found);
            }
        }
        return null;
    }

    /** The root of the text. */
    Element document() throws IOException {
        return root(document);
    }

    /** The root of a part that the text is related to, such as {@code styles}; null where it is related to none. */
    @Nullable
    Element related(String relation) throws IOException {
        try {
            for (String prefix : RELATIONS) {
                for (PackageRelationship found : document.getRelationshipsByType(prefix + relation)) {
                    PackagePart part = document.getRelatedPart(found);
                    return part == null ? null : root(part);
                }
            }
            return null;
        } catch (InvalidFormatException e) {
            throw Damage.refusal(e, limits);
        }
    }

    /** Whether the text is related to a part of the kind. */
    boolean has(String relation) {
        try {
            for (PackageRelationship found : document.getRelationships()) {
                if (found.getRelationshipType().endsWith("/" + relation)) {
                    return true;
                }
            }
            return false;
        } catch (InvalidFormatException e) {
            throw Damage.refusal(e, limits);
        }
    }

    private Element root(PackagePart part) throws IOException {
        InputStream content = part.getInputStream();
        return Markup.root(new BoundedStream(content, budget), limits);
    }

    @Override
    public void close() {
        file.revert();
    }
}
