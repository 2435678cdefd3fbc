package io.casewire.ingest.source;

import io.casewire.ingest.fetch.WebReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Links of a web page that look like a document's. Without a choice of the operator's those are links to a file with a known ending, outside of what is
 * marked as navigation, and not to an index of a folder.
 */
final class PageLinks {
    private static final Pattern DOCUMENT =
            Pattern.compile(".*\\.(s?html?|docx?|pdf|xlsx|ofd|zip|txt|md)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX =
            Pattern.compile(".*/(index|default|list|main)(_?[0-9]*)\\.s?html?", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_FILE = Pattern.compile(
            ".*\\.(jpe?g|png|gif|bmp|svg|webp|ico|css|js|json|xml|mp3|mp4|avi|mov|wmv|flv|rar|7z|gz|exe|apk)",
            Pattern.CASE_INSENSITIVE);
    private static final String NAVIGATION = "nav, header, footer, [role=navigation]";

    private PageLinks() {}

    /** @param base that references on the page are relative to */
    static List<String> of(Document page, URI base, SourceDefinition definition) {
        List<String> urls = new ArrayList<>();
        for (Element link : anchors(page, definition)) {
            WebReference.absolute(base, link.attr("href"))
                    .filter(url -> Listing.isMeant(definition, url, link.text()))
                    .filter(url -> isDocument(path(url), definition))
                    .filter(url -> definition.selector() != null || link.closest(NAVIGATION) == null)
                    .ifPresent(urls::add);
        }
        return urls;
    }

    private static List<Element> anchors(Document page, SourceDefinition definition) {
        if (definition.selector() == null) {
            return page.select("a[href]");
        }
        List<Element> anchors = new ArrayList<>();
        Elements chosen = page.select(definition.selector());
        for (Element element : chosen) {
            if (element.hasAttr("href")) {
                anchors.add(element);
            } else {
                anchors.addAll(element.select("a[href]"));
            }
        }
        return anchors;
    }

    private static boolean isDocument(String path, SourceDefinition definition) {
        if (definition.choosesLinks()) {
            return !OTHER_FILE.matcher(path).matches();
        }
        return DOCUMENT.matcher(path).matches() && !INDEX.matcher(path).matches();
    }

    /** Without host and query. */
    private static String path(String url) {
        int end = url.indexOf('?');
        String address = (end < 0 ? url : url.substring(0, end)).toLowerCase(Locale.ROOT);
        int host = address.indexOf("//");
        int path = address.indexOf('/', host + 2);
        return path < 0 ? "/" : address.substring(path);
    }
}
