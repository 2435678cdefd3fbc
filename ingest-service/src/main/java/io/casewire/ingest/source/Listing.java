package io.casewire.ingest.source;

import io.casewire.ingest.fetch.WebReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A watched page, read.
 *
 * @param kind what it is
 * @param urls that it leads to, in its order, absolute
 */
record Listing(SourceKind kind, List<String> urls) {
    private static final int HEAD = 2000;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([a-z0-9_:.-]+)");

    Listing {
        urls = List.copyOf(urls);
    }

    /**
     * Reads a page as what it is said to be, else as what it looks like.
     *
     * @param contentType as the host has it; null where it does not say
     * @param at where it came from
     */
    static Listing of(byte[] page, @Nullable String contentType, URI at, SourceDefinition definition) {
        SourceKind kind = definition.kind() != null ? definition.kind() : looksLike(page);
        Document document = parse(page, contentType, kind == SourceKind.FEED);
        return switch (kind) {
            case FEED -> new Listing(kind, FeedLinks.of(document, at, definition));
            case LIST_PAGE -> new Listing(kind, PageLinks.of(document, base(document, at), definition));
        };
    }

    /** Whether an element's address, once known, or its text has what the operator asks for. */
    static boolean isMeant(SourceDefinition definition, String url, String text) {
        String part = definition.linkContains();
        return part == null || url.contains(part) || text.contains(part);
    }

    private static SourceKind looksLike(byte[] page) {
        String head =
                new String(page, 0, Math.min(page.length, HEAD), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean feed = head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf");
        return feed && !head.contains("<html") ? SourceKind.FEED : SourceKind.LIST_PAGE;
    }

    private static Document parse(byte[] page, @Nullable String contentType, boolean xml) {
        try {
            // without a character set jsoup looks at marks, XML declarations and meta elements
            return Jsoup.parse(
                    new ByteArrayInputStream(page),
                    charset(contentType),
                    "",
                    xml ? Parser.xmlParser() : Parser.htmlParser());
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return charset.find() ? Charset.forName(charset.group(1)).name() : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static URI base(Document document, URI at) {
        Element base = document.selectFirst("base[href]");
        try {
            return base == null
                    ? at
                    : WebReference.absolute(at, base.attr("href"))
                            .map(URI::create)
                            .orElse(at);
        } catch (IllegalArgumentException e) {
            return at;
        }
    }
}
