package io.casewire.serving.feed;

import io.casewire.text.XmlText;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Atom (RFC 4287), in parts as RFC 5005 has them. */
final class AtomFeed {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** The JDK's own, whatever else is on the class path. */
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(Feed feed) {
        // to characters: its way to bytes splits what is outside the basic plane
        StringWriter text = new StringWriter();
        try {
            new AtomFeed(XML.createXMLStreamWriter(text)).write(feed);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed in memory cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Feed feed) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", feed.language());
        element("id", feed.id());
        element("title", feed.title());
        element("updated", time(feed.updated()));
        element("generator", "Casewire");
        xml.writeStartElement("author");
        element("name", "Casewire");
        xml.writeEndElement();
        link("self", FeedForm.ATOM.type(), feed.self());
        link("alternate", "text/html", feed.home());
        if (feed.first() != null) {
            link("first", FeedForm.ATOM.type(), feed.first());
        }
        if (feed.next() != null) {
            link("next", FeedForm.ATOM.type(), feed.next());
        }
        for (Feed.Entry entry : feed.entries()) {
            write(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void write(Feed.Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", entry.id());
        element("title", entry.title());
        element("published", time(entry.published()));
        element("updated", time(entry.updated()));
        link("alternate", "text/html", entry.page());
        if (entry.data() != null) {
            link("alternate", "application/json", entry.data());
        }
        for (Feed.Mark mark : entry.marks()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("scheme", mark.scheme());
            xml.writeAttribute("term", XmlText.of(mark.term()));
            xml.writeAttribute("label", XmlText.of(mark.label()));
        }
        if (entry.summary() != null) {
            element("summary", entry.summary());
        }
        if (entry.html() != null) {
            xml.writeStartElement("content");
            xml.writeAttribute("type", "html");
            xml.writeCharacters(XmlText.of(entry.html()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void link(String relation, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
