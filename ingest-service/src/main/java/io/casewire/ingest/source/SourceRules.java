package io.casewire.ingest.source;

import io.casewire.ingest.fetch.FetchRefused;
import io.casewire.ingest.fetch.WebAddresses;
import io.casewire.serving.problem.Unknown;
import io.casewire.text.InvisibleCharacters;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a source must keep to. All that is wrong is said at once. */
@Component
class SourceRules {
    private static final int MAX_NAME = 100;
    private static final int MAX_SELECTOR = 300;
    private static final int MAX_PART = 200;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MAX_EVERY = Duration.ofDays(31);
    private static final Duration MAX_SILENT = Duration.ofDays(3650);

    private final WebAddresses addresses;
    private final SourceSettings settings;

    SourceRules(WebAddresses addresses, SourceSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    /**
     * What that request asks for.
     *
     * @throws InvalidSource when something in it is not allowed
     * @throws org.springframework.web.ErrorResponseException (400) for a kind or history there is not
     */
    SourceDefinition check(SourceRequest request) {
        SourceKind kind = Unknown.constant("kind", request.kind(), SourceKind.class);
        History history = Unknown.constant("history", request.history(), History.class);
        List<String> wrong = new ArrayList<>();
        SourceDefinition definition = new SourceDefinition(
                name(request.name(), wrong),
                url(request.url(), wrong),
                kind,
                every(request.every(), wrong),
                selector(request.selector(), wrong),
                part(request.linkContains(), wrong),
                Boolean.TRUE.equals(request.backfill()),
                history == null ? History.SKIP : history,
                silentAfter(request.silentAfter(), wrong),
                !Boolean.FALSE.equals(request.active()));
        if (kind == SourceKind.FEED && definition.selector() != null) {
            wrong.add("A feed has no selector: leave it out, or ask for a LIST_PAGE.");
        }
        if (!wrong.isEmpty()) {
            throw new InvalidSource(wrong);
        }
        return definition;
    }

    private static String name(@Nullable String name, List<String> wrong) {
        String stripped = name == null ? "" : name.strip();
        if (InvisibleCharacters.tellsNothing(stripped)
                || stripped.length() > MAX_NAME
                || stripped.chars().anyMatch(Character::isISOControl)) {
            wrong.add("A source needs a name in words, of at most " + MAX_NAME + " characters.");
        }
        return stripped;
    }

    private String url(@Nullable String url, List<String> wrong) {
        if (url == null || url.isBlank()) {
            wrong.add("A source needs the url of its page.");
            return "";
        }
        try {
            return addresses.permitted(url.strip()).uri().toString();
        } catch (FetchRefused e) {
            wrong.add(e.sentence());
            return "";
        }
    }

    private Duration every(@Nullable String every, List<String> wrong) {
        Duration read = every == null ? HOUR : duration(every);
        if (read == null || read.compareTo(settings.minEvery()) < 0 || read.compareTo(MAX_EVERY) > 0) {
            wrong.add(
                    "every is a time of ISO 8601 from " + settings.minEvery() + " to " + MAX_EVERY + ", such as PT1H.");
            return HOUR;
        }
        return read;
    }

    private static @Nullable Duration silentAfter(@Nullable String text, List<String> wrong) {
        if (text == null) {
            return null;
        }
        Duration read = duration(text);
        if (read == null || !read.isPositive() || read.compareTo(MAX_SILENT) > 0) {
            wrong.add("silentAfter is a time of ISO 8601, at most ten years, such as P30D.");
        }
        return read;
    }

    private static @Nullable String selector(@Nullable String selector, List<String> wrong) {
        if (selector == null) {
            return null;
        }
        try {
            if (selector.length() > MAX_SELECTOR) {
                wrong.add("selector has at most " + MAX_SELECTOR + " characters.");
            } else {
                var _ = QueryParser.parse(selector);
            }
        } catch (SelectorParseException | IllegalArgumentException e) {
            wrong.add("selector is no CSS selector, such as .news-list a.");
        }
        return selector;
    }

    private static @Nullable String part(@Nullable String part, List<String> wrong) {
        if (part != null && (part.isBlank() || part.length() > MAX_PART)) {
            wrong.add("linkContains is a part of links' addresses or texts, of at most " + MAX_PART + " characters.");
        }
        return part;
    }

    private static @Nullable Duration duration(String text) {
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
