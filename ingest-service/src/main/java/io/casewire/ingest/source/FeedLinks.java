package io.casewire.ingest.source;

import io.casewire.ingest.fetch.WebReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Links of the entries of a feed: Atom (RFC 4287), RSS 2.0 and RSS 1.0. What an entry encloses is its document, else the page that it
 * links to.
 */
final class FeedLinks {
    private FeedLinks() {}

    static List<String> of(Document feed, URI at, SourceDefinition definition) {
        List<String> urls = new ArrayList<>();
        for (Element entry : feed.select("entry, item")) {
            List<String> enclosed = references(entry, true);
            for (String reference : enclosed.isEmpty() ? references(entry, false) : enclosed) {
                WebReference.absolute(at, reference)
                        .filter(url -> Listing.isMeant(definition, url, title(entry)))
                        .ifPresent(urls::add);
            }
        }
        return urls;
    }

    private static List<String> references(Element entry, boolean enclosed) {
        List<String> references = new ArrayList<>();
        for (Element child : entry.children()) {
            reference(child, enclosed)
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .ifPresent(references::add);
        }
        return references;
    }

    private static Optional<String> reference(Element child, boolean enclosed) {
        return switch (child.tagName()) {
            case "enclosure" -> enclosed ? Optional.of(child.attr("url")) : Optional.empty();
            case "link" -> {
                String relation = child.hasAttr("rel") ? child.attr("rel") : "alternate";
                String reference = child.hasAttr("href") ? child.attr("href") : child.text();
                yield relation.equals(enclosed ? "enclosure" : "alternate") ? Optional.of(reference) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static String title(Element entry) {
        return entry.children().stream()
                .filter(child -> child.tagName().equals("title"))
                .map(Element::text)
                .findFirst()
                .orElse("");
    }
}
