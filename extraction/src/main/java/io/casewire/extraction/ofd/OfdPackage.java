package io.casewire.extraction.ofd;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of an OFD file, each read only when it is asked for; nothing is unpacked to the disk. */
final class OfdPackage implements Closeable {
    /** Parts that are kept as trees: all but pages. */
    private static final long LARGEST_TREE = 32L << 20;

    private static final long FREE_OF_RATIO = 10L << 20;

    private final ZipFile zip;
    private final ExtractionLimits limits;
    private final long packed;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private long unpacked;

    /** What is done with a part. */
    interface Reading {
        void read(XMLStreamReader xml) throws XMLStreamException, Unextractable;
    }

    OfdPackage(Path file, ExtractionLimits limits) throws IOException, Unextractable {
        this.limits = limits;
        this.packed = Math.max(1, Files.size(file));
        SeekableByteChannel bytes = Files.newByteChannel(file);
        try {
            zip = ZipFile.builder().setSeekableByteChannel(bytes).get();
        } catch (IOException e) {
            bytes.close();
            throw OfdRefusals.damaged();
        }
        zip.getEntries().asIterator().forEachRemaining(entry -> entries.putIfAbsent(key(entry.getName()), entry));
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String key(String name) {
        String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    boolean has(String path) {
        return entries.containsKey(key(path));
    }

    /** A location as written in a part, from the root: one with a leading stroke is, others begin where that part is. */
    static String resolved(String part, String location) {
        String path = location.strip().replace('\\', '/');
        int folder = part.lastIndexOf('/');
        String whole = path.startsWith("/") || folder < 0 ? path : part.substring(0, folder + 1) + path;
        Deque<String> names = new ArrayDeque<>();
        for (String name : whole.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    /**
     * A part as a tree.
     *
     * @return null where there is no such part
     * @throws Unextractable where it is no XML, or more than the limits allow
     */
    @Nullable
    Node tree(String path) throws Unextractable, IOException {
        Node[] root = new Node[1];
        ZipArchiveEntry entry = entries.get(key(path));
        if (entry != null && entry.getSize() > LARGEST_TREE) {
            throw OfdRefusals.tooLarge(LARGEST_TREE, "a part", ExtractionLimits.MAX_UNPACKED_SIZE);
        }
        stream(path, reader -> {
            if (root[0] == null) {
                root[0] = Node.read(reader);
            }
        });
        return root[0];
    }

    /**
     * Runs through the elements of a part.
     *
     * @param reading called where an element starts; it may read on to the end of that element
     * @return false where there is no such part
     */
    boolean stream(String path, Reading reading) throws Unextractable, IOException {
        ZipArchiveEntry entry = entries.get(key(path));
        if (entry == null) {
            return false;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw OfdRefusals.encrypted();
        }
        try (InputStream bytes = new Counted(zip.getInputStream(entry))) {
            XMLStreamReader reader = xml.createXMLStreamReader(bytes);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw OfdRefusals.entities();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    reading.read(reader);
                }
            }
            return true;
        } catch (TooMuch e) {
            throw e.refusal;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof TooMuch tooMuch) {
                throw tooMuch.refusal;
            }
            throw OfdRefusals.damaged();
        } catch (IOException e) {
            throw OfdRefusals.damaged();
        }
    }

    /** Carries a refusal through a parser that knows only failures of reading. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Unextractable refusal;

        TooMuch(Unextractable refusal) {
            this.refusal = refusal;
        }
    }

    /** Counts what comes out of all parts together. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) throws TooMuch {
            unpacked += more;
            if (unpacked > limits.unpackedBytes()) {
                throw new TooMuch(
                        OfdRefusals.tooLarge(limits.unpackedBytes(), "the file", ExtractionLimits.MAX_UNPACKED_SIZE));
            }
            if (unpacked > FREE_OF_RATIO && unpacked / packed > limits.ratio()) {
                throw new TooMuch(OfdRefusals.packedTooWell(limits.ratio()));
            }
        }
    }
}
