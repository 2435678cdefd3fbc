package io.casewire.catalog.feed;

import io.casewire.catalog.address.PublicAddress;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import io.casewire.catalog.wording.LineWords;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Metric;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What a reader shows of a case: its lead, its figures, where it stands. Everything is escaped. */
final class EntryHtml {
    private static final int MAX_FIGURES = 8;
    private static final int MAX_TEXT = 600;

    private EntryHtml() {}

    static String of(StoredCase stored, Language language, PublicAddress address) {
        CaseRecord content = stored.content();
        StringBuilder html = new StringBuilder();
        if (stored.withdrawn()) {
            paragraph(language.of("撤回原因：", "Reason: ") + stored.withdrawnReason(), html);
        }
        String practice = content.practice() == null ? null : content.practice().text();
        paragraph(content.summary() == null ? practice : content.summary(), html);
        figures(content.metrics(), html);
        paragraph(
                Stream.of(content.zones(), content.areas(), content.originUnits())
                        .flatMap(List::stream)
                        .distinct()
                        .collect(Collectors.joining(" · ")),
                html);
        source(stored, language, address, html);
        return html.toString();
    }

    private static void figures(List<Metric> metrics, StringBuilder html) {
        List<String> quotes = metrics.stream()
                .map(Metric::quote)
                .distinct()
                .limit(MAX_FIGURES)
                .toList();
        if (!quotes.isEmpty()) {
            html.append("<ul>");
            quotes.forEach(quote -> html.append("<li>").append(escaped(quote)).append("</li>"));
            html.append("</ul>");
        }
    }

    private static void source(StoredCase stored, Language language, PublicAddress address, StringBuilder html) {
        DocumentReference document = stored.document();
        int first = stored.content().lines().first();
        String named = Stream.of(document.title(), document.number(), document.issuer())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("，"));
        html.append("<p><a href=\"")
                .append(escaped(address.textOf(document.source().value(), first)))
                .append("\">")
                .append(escaped(named.isEmpty() ? document.id().value() : named))
                .append(language.of("，第 %s 行", ", lines %s")
                        .formatted(LineWords.of(stored.content().lines())))
                .append("</a></p>");
    }

    private static void paragraph(@Nullable String text, StringBuilder html) {
        if (text != null && !text.isBlank()) {
            html.append("<p>").append(escaped(shortened(text))).append("</p>");
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT)) + "…";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
