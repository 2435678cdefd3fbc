package io.casewire.extraction.docx;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An element whose content is read while it is walked over, once. What a walk leaves of an inner one is passed over. */
final class PulledElement implements Element {
    private final Markup markup;
    private final Tree itself;
    private final int depth;

    PulledElement(Markup markup, String name, String[] attributes, int depth) {
        this.markup = markup;
        this.itself = new Tree(name, attributes);
        this.depth = depth;
    }

    @Override
    public String name() {
        return itself.name();
    }

    @Override
    public @Nullable String attribute(String attribute) {
        return itself.attribute(attribute);
    }

    @Override
    public String text() {
        return "";
    }

    @Override
    public Iterable<Element> children() {
        return () -> new Iterator<>() {
            private @Nullable Element next;
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (next == null && !ended) {
                    // beyond its end already where somebody looked into it before
                    next = markup.depth() < depth ? null : markup.next(depth);
                    ended = next == null;
                }
                return next != null;
            }

            @Override
            public Element next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Element found = Objects.requireNonNull(next);
                next = null;
                return found;
            }
        };
    }
}
