package io.casewire.extraction.xlsx;

import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;

/** Boxes of text that lie on a sheet. They stand in no cell, so nobody can say where in its text they belong: they are only told of. */
final class TextBoxes {
    private static final int QUOTED = 60;

    private TextBoxes() {}

    /** A notice for each that says something. */
    static List<Notice> on(PackagePart sheet, String name)
            throws IOException, XMLStreamException, InvalidFormatException {
        List<Notice> notices = new ArrayList<>();
        for (PackageRelationship relationship : sheet.getRelationships()) {
            if (relationship.getRelationshipType().endsWith("/drawing")) {
                read(sheet.getRelatedPart(relationship), name, notices);
            }
        }
        return notices;
    }

    private static void read(PackagePart drawing, String name, List<Notice> notices)
            throws IOException, XMLStreamException {
        try (Xml xml = Xml.open(drawing)) {
            int row = 0;
            boolean from = false;
            while (xml.nextElement()) {
                switch (xml.name()) {
                    case "from" -> from = true;
                    case "to" -> from = false;
                    case "row" -> {
                        if (from) {
                            row = number(xml.text());
                        }
                    }
                    case "txBody" -> {
                        String text = text(xml);
                        if (!text.isBlank()) {
                            notices.add(notice(text, name, row));
                        }
                    }
                    default -> {
                        // shapes and pictures
                    }
                }
            }
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static String text(Xml xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.nextInside("txBody")) {
            if (xml.name().equals("t")) {
                text.append(xml.text());
            } else if (xml.name().equals("p") && !text.isEmpty()) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static Notice notice(String text, String name, int row) {
        String quote = text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
        return new Notice(
                "TEXT_BOX", "A text box on the sheet was left out: '" + quote + "'", Place.sheetRow(name, row + 1));
    }
}
