package io.casewire.extraction.ofd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element. Namespaces are not asked for: writers use several prefixes and some use none.
 *
 * @param text directly inside it
 */
record Node(String name, Map<String, String> attributes, List<Node> children, String text) {
    private static final int DEEPEST = 64;

    /** The element the reader stands at the start of; it stands at its end afterwards. */
    static Node read(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, 0);
    }

    private static Node read(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("Elements are nested too deep");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        String name = xml.getLocalName();
        List<Node> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(xml, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Node(name, attributes, children, text.toString());
                }
                default -> {
                    // comments say nothing
                }
            }
        }
    }

    @Nullable
    String attribute(String key) {
        return attributes.get(key);
    }

    String attribute(String key, String otherwise) {
        return attributes.getOrDefault(key, otherwise);
    }

    double number(String key, double otherwise) {
        double[] numbers = Figures.read(attribute(key, ""));
        return numbers.length == 0 ? otherwise : numbers[0];
    }

    /** The numbers of an attribute; none where it is absent. */
    double[] numbers(String key) {
        return Figures.read(attribute(key, ""));
    }

    List<Node> all(String child) {
        List<Node> all = new ArrayList<>();
        for (Node node : children) {
            if (node.name.equals(child)) {
                all.add(node);
            }
        }
        return all;
    }

    @Nullable
    Node first(String child) {
        for (Node node : children) {
            if (node.name.equals(child)) {
                return node;
            }
        }
        return null;
    }

    /** The text of a child; null without one. */
    @Nullable
    String textOf(String child) {
        Node node = first(child);
        return node == null || node.text.isBlank() ? null : node.text.strip();
    }

    boolean isHidden() {
        return attribute("Visible", "true").equals("false");
    }
}
