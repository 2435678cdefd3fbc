package io.casewire.extraction.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.jspecify.annotations.Nullable;

/**
 * What all sheets of a workbook share.
 *
 * @param tabs in the order of their tabs
 * @param strings the shared texts by their index
 * @param from1904 whether days are counted from 1904
 */
record Workbook(List<Tab> tabs, List<String> strings, NumberFormats formats, boolean from1904) {
    /**
     * A tab.
     *
     * @param sheet the part with its cells; null for a chart or a macro
     */
    record Tab(String name, boolean hidden, @Nullable PackagePart sheet) {}

    private record Entry(
            String name, boolean hidden, @Nullable String relationship) {}

    static Workbook read(OPCPackage opened) throws IOException, XMLStreamException, InvalidFormatException {
        PackageRelationship document = named(opened.getRelationships(), "/officeDocument");
        PackagePart main = document == null ? null : opened.getPart(document);
        if (main == null) {
            throw new InvalidFormatException("The package names no main part");
        }
        boolean from1904 = false;
        List<Entry> entries = new ArrayList<>();
        try (Xml xml = Xml.open(main)) {
            while (xml.nextElement()) {
                if (xml.name().equals("workbookPr")) {
                    from1904 = xml.isOn("date1904");
                } else if (xml.name().equals("sheet")) {
                    String name = xml.attribute("name");
                    String state = xml.attribute("state");
                    boolean hidden = state != null && !state.equals("visible");
                    entries.add(new Entry(name == null ? "" : name, hidden, xml.attribute("id")));
                }
            }
        }
        List<Tab> tabs = new ArrayList<>();
        for (Entry entry : entries) {
            tabs.add(new Tab(entry.name(), entry.hidden(), sheet(main, entry.relationship())));
        }
        return new Workbook(
                tabs, strings(part(main, "/sharedStrings")), NumberFormats.read(part(main, "/styles")), from1904);
    }

    private static @Nullable PackagePart sheet(PackagePart main, @Nullable String id) throws InvalidFormatException {
        PackageRelationship relationship = id == null ? null : main.getRelationship(id);
        return relationship != null && relationship.getRelationshipType().endsWith("/worksheet")
                ? main.getRelatedPart(relationship)
                : null;
    }

    private static @Nullable PackagePart part(PackagePart main, String type) throws InvalidFormatException {
        PackageRelationship relationship = named(main.getRelationships(), type);
        return relationship == null ? null : main.getRelatedPart(relationship);
    }

    /** By the end of a relation's name: strict workbooks begin it otherwise. */
    private static @Nullable PackageRelationship named(PackageRelationshipCollection relationships, String type) {
        for (PackageRelationship relationship : relationships) {
            if (relationship.getRelationshipType().endsWith(type)) {
                return relationship;
            }
        }
        return null;
    }

    private static List<String> strings(@Nullable PackagePart part) throws IOException, XMLStreamException {
        List<String> strings = new ArrayList<>();
        if (part == null) {
            return strings;
        }
        try (Xml xml = Xml.open(part)) {
            while (xml.nextElement()) {
                if (xml.name().equals("si")) {
                    strings.add(RichText.read(xml, "si"));
                }
            }
        }
        return strings;
    }
}
