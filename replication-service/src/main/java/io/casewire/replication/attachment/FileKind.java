package io.casewire.replication.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Kinds of files that can be attached. */
enum FileKind {
    PDF(Shape.OWN, "application/pdf", null, "pdf"),
    /** 版式文件, GB/T 33190. */
    OFD(Shape.ZIP, "application/ofd", "ofd.xml", "ofd"),
    DOCX(Shape.ZIP, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/", "docx"),
    DOC(Shape.OLE, "application/msword", "WordDocument", "doc"),
    XLSX(Shape.ZIP, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/", "xlsx"),
    XLS(Shape.OLE, "application/vnd.ms-excel", "Book", "xls"),
    PPTX(Shape.ZIP, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/", "pptx"),
    /** A text of WPS Office, in the form of a DOC. */
    WPS(Shape.OLE, "application/vnd.ms-works", "WordDocument", "wps"),
    /** A table of WPS Office, in the form of an XLS. */
    ET(Shape.OLE, "application/vnd.ms-excel", "Book", "et"),
    JPG(Shape.OWN, "image/jpeg", null, "jpg", "jpeg"),
    PNG(Shape.OWN, "image/png", null, "png"),
    TXT(Shape.TEXT, "text/plain", null, "txt"),
    CSV(Shape.TEXT, "text/csv", null, "csv"),
    ZIP(Shape.ZIP, "application/zip", null, "zip");

    /** What a kind is recognised by. */
    enum Shape {
        /** By its first bytes. */
        OWN,
        TEXT,
        /** An archive with certain members. */
        ZIP,
        /** A compound file of Office before 2007 with certain streams. */
        OLE
    }

    private final Shape shape;
    private final String type;
    private final @Nullable String mark;
    private final String ending;
    private final String alias;

    FileKind(Shape shape, String type, @Nullable String mark, String ending) {
        this(shape, type, mark, ending, ending);
    }

    FileKind(Shape shape, String type, @Nullable String mark, String ending, String alias) {
        this.shape = shape;
        this.type = type;
        this.mark = mark;
        this.ending = ending;
        this.alias = alias;
    }

    Shape shape() {
        return shape;
    }

    /** The media type of its content, as it is answered with. */
    String type() {
        return type;
    }

    /** What the name of a member begins with in small letters, or that of a stream ends in; null where any will do. */
    @Nullable
    String mark() {
        return mark;
    }

    /** What names of such files end in, in small letters. */
    Set<String> endings() {
        return new TreeSet<>(List.of(ending, alias));
    }

    /** The kind that a name claims by its ending; empty for one without, and for an unknown one. */
    static Optional<FileKind> claimedBy(String name) {
        String ending = ending(name);
        return Arrays.stream(values())
                .filter(kind -> kind.endings().contains(ending))
                .findFirst();
    }

    /** What follows the last dot of a name, in small letters; empty where nothing does. */
    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
