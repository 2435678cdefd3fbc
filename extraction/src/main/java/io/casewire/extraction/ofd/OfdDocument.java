package io.casewire.extraction.ofd;

import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.layout.DocumentLayout;
import io.casewire.extraction.layout.PageBuilder;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One document of a file: its pages with what lies below and above them. */
final class OfdDocument {
    private static final double[] A4 = {0, 0, 210, 297};

    private final OfdPackage parts;
    private final DocumentLayout layout;
    private final String root;
    private final Node document;
    private final Map<String, Node> units = new HashMap<>();
    private final Map<String, Template> templates = new HashMap<>();
    private final Map<String, List<String>> annotations = new HashMap<>();
    private int placeholders;

    private record Template(String path, String order) {}

    private OfdDocument(OfdPackage parts, DocumentLayout layout, String root, Node document) {
        this.parts = parts;
        this.layout = layout;
        this.root = root;
        this.document = document;
    }

    /**
     * Reads the document whose root part that is.
     *
     * @throws Unextractable where there is no such part
     */
    static OfdDocument open(OfdPackage parts, DocumentLayout layout, String root) throws Unextractable, IOException {
        Node document = parts.tree(root);
        if (document == null) {
            throw OfdRefusals.damaged();
        }
        OfdDocument opened = new OfdDocument(parts, layout, root, document);
        opened.readCommon();
        opened.readAnnotations();
        return opened;
    }

    /** Characters that their fonts alone could tell. */
    int placeholders() {
        return placeholders;
    }

    private void readCommon() throws Unextractable, IOException {
        Node common = document.first("CommonData");
        if (common == null) {
            return;
        }
        for (String kind : new String[] {"PublicRes", "DocumentRes"}) {
            for (Node resource : common.all(kind)) {
                readUnits(OfdPackage.resolved(root, resource.text()));
            }
        }
        for (Node template : common.all("TemplatePage")) {
            String path = OfdPackage.resolved(root, template.attribute("BaseLoc", ""));
            templates.put(template.attribute("ID", ""), new Template(path, template.attribute("ZOrder", "Background")));
        }
    }

    private void readUnits(String path) throws Unextractable, IOException {
        Node resources = parts.tree(path);
        if (resources != null) {
            for (Node some : resources.all("CompositeGraphicUnits")) {
                for (Node unit : some.children()) {
                    units.put(unit.attribute("ID", ""), unit);
                }
            }
        }
    }

    private void readAnnotations() throws Unextractable, IOException {
        String location = document.textOf("Annotations");
        String path = location == null ? "" : OfdPackage.resolved(root, location);
        Node list = location == null ? null : parts.tree(path);
        if (list != null) {
            for (Node page : list.all("Page")) {
                for (Node file : page.all("FileLoc")) {
                    annotations
                            .computeIfAbsent(page.attribute("PageID", ""), _ -> new ArrayList<>())
                            .add(OfdPackage.resolved(path, file.text()));
                }
            }
        }
    }

    /**
     * Reads the pages into the layout.
     *
     * @param before how many pages of the file come before them
     * @return how many it has
     */
    int readPages(int before) throws Unextractable, IOException {
        Node list = document.first("Pages");
        int count = 0;
        for (Node page : list == null ? List.<Node>of() : list.all("Page")) {
            count++;
            readPage(page, before + count);
        }
        return count;
    }

    private void readPage(Node page, int number) throws Unextractable, IOException {
        String path = OfdPackage.resolved(root, page.attribute("BaseLoc", ""));
        PageParts own = new PageParts();
        if (!own.readHead(path)) {
            layout.notice(
                    new Notice("MISSING_PAGE", "This page is named in the file and not in it", Place.page(number)));
            return;
        }
        double[] box = own.box != null ? own.box : documentBox();
        PageBuilder builder = new PageBuilder(number, PageDrawing.points(box[2]), PageDrawing.points(box[3]));
        PageDrawing drawing = new PageDrawing(builder, units);
        AffineTransform paper = PageDrawing.ofPage(box[0], box[1]);
        for (String template : own.templates(false)) {
            drawContent(template, drawing, paper);
        }
        drawContent(path, drawing, paper);
        for (String template : own.templates(true)) {
            drawContent(template, drawing, paper);
        }
        int watermarks = 0;
        for (String file : annotations.getOrDefault(page.attribute("ID", ""), List.of())) {
            watermarks += drawAnnotations(file, drawing, paper);
        }
        say(number, drawing, watermarks, builder);
        layout.add(builder);
    }

    private void say(int number, PageDrawing drawing, int watermarks, PageBuilder builder) {
        Place place = Place.page(number);
        placeholders += drawing.placeholders();
        if (drawing.placeholders() > 0) {
            layout.notice(new Notice(
                    "UNREADABLE_GLYPHS",
                    drawing.placeholders()
                            + " characters of this page are left out, since the file holds their shapes only",
                    place));
        } else if (builder.isEmpty() && drawing.pictures() > 0) {
            layout.notice(new Notice("PAGE_WITHOUT_TEXT", "This page is a picture without text", place));
        }
        if (watermarks > 0) {
            layout.notice(new Notice("WATERMARK", "The watermark of this page is left out", place));
        }
    }

    private double[] documentBox() {
        Node common = document.first("CommonData");
        double[] box = PageDrawing.box(common == null ? null : common.first("PageArea"));
        return box == null ? A4 : box;
    }

    /** The head of a page: its box and the templates it names. */
    private final class PageParts {
        private double @Nullable [] box;
        private final List<Template> named = new ArrayList<>();

        boolean readHead(String path) throws Unextractable, IOException {
            List<String> resources = new ArrayList<>();
            boolean there = parts.stream(path, xml -> {
                switch (xml.getLocalName()) {
                    case "Area" -> box = PageDrawing.box(Node.read(xml));
                    case "Template" -> {
                        Node use = Node.read(xml);
                        Template template = templates.get(use.attribute("TemplateID", ""));
                        if (template != null) {
                            named.add(new Template(template.path, use.attribute("ZOrder", template.order)));
                        }
                    }
                    case "PageRes" ->
                        resources.add(OfdPackage.resolved(path, Node.read(xml).text()));
                    default -> {
                        // drawn later
                    }
                }
            });
            for (String resource : resources) {
                readUnits(resource);
            }
            return there;
        }

        List<String> templates(boolean above) {
            List<String> paths = new ArrayList<>();
            for (Template template : named) {
                if (template.order.equals("Foreground") == above) {
                    paths.add(template.path);
                }
            }
            return paths;
        }
    }

    /** Objects one by one, so that a large page needs no tree of its own. */
    private void drawContent(String path, PageDrawing drawing, AffineTransform paper)
            throws Unextractable, IOException {
        parts.stream(path, xml -> {
            String name = xml.getLocalName();
            if (name.endsWith("Object")) {
                drawing.draw(Node.read(xml), paper);
            }
        });
    }

    private int drawAnnotations(String path, PageDrawing drawing, AffineTransform paper)
            throws Unextractable, IOException {
        Node list = parts.tree(path);
        int watermarks = 0;
        for (Node annotation : list == null ? List.<Node>of() : list.all("Annot")) {
            boolean watermark = annotation.attribute("Type", "").equals("Watermark");
            watermarks += watermark ? 1 : 0;
            for (Node appearance : annotation.all("Appearance")) {
                if (!watermark && !annotation.isHidden()) {
                    drawing.draw(appearance, PageDrawing.placed(appearance, paper));
                }
            }
        }
        return watermarks;
    }
}
