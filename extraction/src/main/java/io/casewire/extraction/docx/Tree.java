package io.casewire.extraction.docx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element with all that is in it. */
final class Tree implements Element {
    private final String name;
    private final String[] attributes;
    private List<Element> children = List.of();
    private String text = "";

    /** @param attributes names and values by turns */
    Tree(String name, String[] attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    void add(Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    void add(String characters) {
        text = text.isEmpty() ? characters : text + characters;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String attribute(String attribute) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(attribute)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    @Override
    public List<Element> children() {
        return children;
    }

    @Override
    public String text() {
        return text;
    }
}
