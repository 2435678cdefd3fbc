package io.casewire.extraction.ofd;

import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an OFD file part by part; lengths in millimetres from the upper left corner of a page of 210 by 297. */
final class OfdParts {
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<List<String>> documents = new ArrayList<>();
    private String common = "";
    private String after = "";

    static String element(String name, String attributes, String inside) {
        return "<ofd:" + name + " xmlns:ofd=\"http://www.ofdspec.org/2016\" " + attributes + ">" + inside + "</ofd:"
                + name + ">";
    }

    /** Characters of one size and one distance, on a baseline. */
    static String text(double x, double y, double size, String text) {
        return text(x, y, size, "g " + (text.length() - 1) + " " + size, text);
    }

    static String text(double x, double y, double size, String steps, String text) {
        return String.format(
                Locale.ROOT,
                "<ofd:TextObject ID=\"1\" Boundary=\"%.3f %.3f 200 %.3f\" Font=\"2\" Size=\"%.3f\">"
                        + "<ofd:TextCode X=\"0\" Y=\"%.3f\"%s>%s</ofd:TextCode></ofd:TextObject>",
                x,
                y - size,
                size * 1.2,
                size,
                size,
                text.length() > 1 ? " DeltaX=\"" + steps + "\"" : "",
                text);
    }

    static String line(double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<ofd:PathObject ID=\"1\" Boundary=\"%.3f %.3f %.3f %.3f\" LineWidth=\"0.2\">"
                        + "<ofd:AbbreviatedData>M 0 0 L %.3f %.3f</ofd:AbbreviatedData></ofd:PathObject>",
                x1,
                y1,
                Math.max(0.2, x2 - x1),
                Math.max(0.2, y2 - y1),
                x2 - x1,
                y2 - y1);
    }

    static String grid(double[] xs, double[] ys) {
        StringBuilder lines = new StringBuilder();
        for (double x : xs) {
            lines.append(line(x, ys[0], x, ys[ys.length - 1]));
        }
        for (double y : ys) {
            lines.append(line(xs[0], y, xs[xs.length - 1], y));
        }
        return lines.toString();
    }

    static String content(String objects) {
        return content("", objects);
    }

    static String content(String head, String objects) {
        return element("Page", "", head + "<ofd:Content><ofd:Layer ID=\"9\">" + objects + "</ofd:Layer></ofd:Content>");
    }

    OfdParts part(String path, String xml) {
        parts.put(path, xml);
        return this;
    }

    /** What the document's common data say besides the page's size. */
    OfdParts common(String xml) {
        common = xml;
        return this;
    }

    /** What the document names behind its pages. */
    OfdParts after(String xml) {
        after = xml;
        return this;
    }

    OfdParts document() {
        documents.add(new ArrayList<>());
        return this;
    }

    OfdParts page(String objects) {
        return wholePage(content(objects));
    }

    OfdParts wholePage(String content) {
        if (documents.isEmpty()) {
            document();
        }
        documents.getLast().add(content);
        return this;
    }

    Path save(Path folder) throws IOException {
        StringBuilder bodies = new StringBuilder();
        LinkedHashMap<String, String> all = new LinkedHashMap<>();
        for (int d = 0; d < documents.size(); d++) {
            String root = "Doc_" + d + "/";
            StringBuilder pages = new StringBuilder();
            for (int p = 0; p < documents.get(d).size(); p++) {
                pages.append(String.format("<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/Content.xml\"/>", 100 + p, p));
                all.put(
                        root + "Pages/Page_" + p + "/Content.xml",
                        documents.get(d).get(p));
            }
            all.put(
                    root + "Document.xml",
                    element(
                            "Document",
                            "",
                            "<ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea>"
                                    + "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>" + common
                                    + "</ofd:CommonData><ofd:Pages>" + pages + "</ofd:Pages>" + after));
            bodies.append(
                    "<ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID></ofd:DocInfo>"
                            + "<ofd:DocRoot>" + root + "Document.xml</ofd:DocRoot></ofd:DocBody>");
        }
        if (!documents.isEmpty()) {
            all.putFirst("OFD.xml", element("OFD", "Version=\"1.0\" DocType=\"OFD\"", bodies.toString()));
        }
        all.putAll(parts);
        Path file = folder.resolve("parts.ofd");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    Extraction read(Path folder) throws IOException, Unextractable {
        return new OfdReader().read(save(folder), ExtractionLimits.DEFAULT);
    }
}
