package io.casewire.catalog.brief;

import io.casewire.text.XmlText;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes HTML that is XML as well. Texts are escaped by the writer; there is no way past it. */
final class Markup {
    /** The JDK's own, whatever else is on the class path. */
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;

    Markup() {
        try {
            xml = XML.createXMLStreamWriter(written);
            xml.writeDTD("<!DOCTYPE html>");
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    /** Something to be done with the writer. */
    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }

    /** @param namesAndValues of its attributes */
    Markup open(String element, String... namesAndValues) {
        return done(() -> {
            xml.writeStartElement(element);
            for (int i = 0; i < namesAndValues.length; i += 2) {
                xml.writeAttribute(namesAndValues[i], XmlText.of(namesAndValues[i + 1]));
            }
        });
    }

    Markup close() {
        return done(xml::writeEndElement);
    }

    Markup text(String text) {
        return done(() -> xml.writeCharacters(XmlText.of(text)));
    }

    /** An element with nothing but text. */
    Markup element(String element, String text, String... namesAndValues) {
        return open(element, namesAndValues).text(text).close();
    }

    /** An element that has no content, such as {@code meta}. */
    Markup empty(String element, String... namesAndValues) {
        return done(() -> {
            xml.writeEmptyElement(element);
            for (int i = 0; i < namesAndValues.length; i += 2) {
                xml.writeAttribute(namesAndValues[i], XmlText.of(namesAndValues[i + 1]));
            }
        });
    }

    /** All that was written; elements left open are closed. */
    String html() {
        done(() -> {
            xml.writeEndDocument();
            xml.flush();
        });
        return written.toString();
    }

    private Markup done(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    private static IllegalStateException inMemory(XMLStreamException e) {
        return new IllegalStateException("A page in memory cannot be written", e);
    }
}
