package io.casewire.extraction.docx;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.word.Refused;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part element by element: those that hold a whole document are pulled on, a paragraph or a row comes with all that is in it, so that
 * no more than one of them is in memory.
 */
final class Markup {
    /** What may go around more than a paragraph or a row. */
    private static final Set<String> PULLED = Set.of(
            "w:document",
            "w:body",
            "w:tbl",
            "w:sdt",
            "w:sdtContent",
            "w:customXml",
            "w:smartTag",
            "w:ins",
            "w:del",
            "w:moveTo",
            "w:moveFrom",
            "w:styles",
            "w:numbering");
    /** Far more than a writer nests, and little enough for the stack. */
    private static final int MAX_DEPTH = 500;

    private final XMLStreamReader reader;
    private final ExtractionLimits limits;
    private final Names names = new Names();
    private long characters;
    private int depth;

    private Markup(XMLStreamReader reader, ExtractionLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** The root of a part. */
    static Element root(InputStream part, ExtractionLimits limits) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // it counts each &amp; as an entity and stops at 100,000; entities of a file's own are refused
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        // the depth is held to a limit below, with a refusal of its own
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            Markup markup = new Markup(factory.createXMLStreamReader(part), limits);
            while (markup.advance() != XMLStreamConstants.START_ELEMENT) {
                // to the root
            }
            return markup.begun();
        } catch (XMLStreamException e) {
            throw Damage.refusal(e, limits);
        }
    }

    int depth() {
        return depth;
    }

    /** The next element at a depth or the end of the one around it, in which case there is none and the result is null. */
    @Nullable
    Element next(int around) {
        while (true) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT && depth == around + 1) {
                return begun();
            }
            if (event == XMLStreamConstants.END_ELEMENT && depth < around) {
                return null;
            }
        }
    }

    private Element begun() {
        String name = name();
        return PULLED.contains(name) ? new PulledElement(this, name, attributes(), depth) : whole(name, new int[1]);
    }

    private Tree whole(String name, int[] size) {
        if (++size[0] > limits.blocks()) {
            throw Refused.tooManyBlocks(limits);
        }
        Tree tree = new Tree(name, attributes());
        boolean text = name.endsWith(":t") || name.equals("w:instrText");
        for (int event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                tree.add(whole(name(), size));
            } else if (text && isText(event)) {
                tree.add(reader.getText());
            }
        }
        return tree;
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private String name() {
        return names.of(namespace(reader.getNamespaceURI()), reader.getLocalName());
    }

    private static String namespace(@Nullable String uri) {
        return uri == null ? "" : uri;
    }

    private String[] attributes() {
        String[] attributes = new String[2 * reader.getAttributeCount()];
        for (int i = 0; i < attributes.length; i += 2) {
            attributes[i] =
                    names.of(namespace(reader.getAttributeNamespace(i / 2)), reader.getAttributeLocalName(i / 2));
            attributes[i + 1] = reader.getAttributeValue(i / 2);
        }
        return attributes;
    }

    private int advance() {
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MAX_DEPTH) {
                        throw new Refused(
                                Reason.HOSTILE_FILE,
                                "Its markup nests more than " + MAX_DEPTH
                                        + " elements in each other, as no writer does",
                                "文件结构异常：标记嵌套超过" + MAX_DEPTH + "层");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    characters += reader.getTextLength();
                    if (characters > limits.characters()) {
                        throw Refused.tooManyCharacters(limits);
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refused(
                            Reason.HOSTILE_FILE,
                            "Its markup declares entities, as no writer of this format does. Save it anew with a word processor",
                            "文件含有实体声明，正常文档不会有；请用文字处理软件另存后再提交");
                case XMLStreamConstants.END_DOCUMENT ->
                    throw new XMLStreamException("The part ends before its root does");
                default -> {
                    // comments, processing instructions
                }
            }
            return event;
        } catch (XMLStreamException e) {
            throw Damage.refusal(e, limits);
        }
    }
}
