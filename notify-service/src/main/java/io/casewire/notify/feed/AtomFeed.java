package io.casewire.notify.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Atom (RFC 4287). */
final class AtomFeed {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int REPLACEMENT = 0xFFFD;

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
        xml.writeAttribute("xml:lang", Feed.LANGUAGE);
        element("id", feed.id());
        element("title", feed.title());
        element("updated", time(feed.updated()));
        element("generator", "Casewire");
        xml.writeStartElement("author");
        element("name", "Casewire");
        xml.writeEndElement();
        link("self", FeedForm.ATOM.type(), feed.self());
        link("alternate", "text/html", feed.home());
        for (FeedEntry entry : feed.entries()) {
            write(feed, entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void write(Feed feed, FeedEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", Feed.idOf(entry));
        element("title", entry.title());
        element("published", time(entry.recordedAt()));
        element("updated", time(entry.toldAt()));
        link("alternate", "text/html", feed.pageOf(entry));
        category("urn:casewire:event", entry.type(), entry.type());
        if (entry.history()) {
            category("urn:casewire:mark", "history", "历史补录");
        }
        // an entry without content has a summary or is about what its link leads to; readers show the title then
        element("summary", entry.summary() == null ? entry.title() : entry.summary());
        xml.writeEndElement();
    }

    private void category(String scheme, String term, String label) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", scheme);
        xml.writeAttribute("term", term);
        xml.writeAttribute("label", label);
    }

    private void link(String relation, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    /** With a replacement for each character that XML 1.0 (section 2.2) does not allow at all, escaped or not. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(c -> isAllowed(c) ? c : REPLACEMENT).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
