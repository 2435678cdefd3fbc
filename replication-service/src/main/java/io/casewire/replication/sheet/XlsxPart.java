package io.casewire.replication.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A part of a workbook, as XML without entities of its own and without a look at any other file. */
final class XlsxPart implements Closeable {
    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final InputStream in;
    private final XMLStreamReader xml;

    private XlsxPart(InputStream in, XMLStreamReader xml) {
        this.in = in;
        this.xml = xml;
    }

    /** Null where the workbook has none of that name. */
    static @Nullable XlsxPart open(ZipFile zip, String name, Volume volume) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        InputStream in = volume.counted(zip.getInputStream(entry));
        return new XlsxPart(in, FACTORY.createXMLStreamReader(in));
    }

    XMLStreamReader xml() {
        return xml;
    }

    /**
     * The text within the element the reader stands at, up to its end, readings of characters (phonetic runs) left out.
     *
     * @param onlyRuns whether only what stands in {@code t} elements is text
     */
    static String text(XMLStreamReader xml, boolean onlyRuns) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int reading = 0;
        boolean run = !onlyRuns;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    if (reading > 0 || xml.getLocalName().equals("rPh")) {
                        reading++;
                    }
                    run = !onlyRuns || xml.getLocalName().equals("t");
                }
                case XMLStreamReader.END_ELEMENT -> {
                    depth--;
                    reading = Math.max(0, reading - 1);
                    run = !onlyRuns;
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    if (run && reading == 0) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
                    throw new XMLStreamException("An entity in a workbook");
                default -> {
                    // comments
                }
            }
        }
        return unescaped(text.toString());
    }

    /** ST_Xstring (ECMA-376-1, 22.9.2.19): what XML cannot hold is written as {@code _x000D_}. */
    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher matcher = ESCAPED.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        return factory;
    }
}
