package io.casewire.catalog.brief;

import io.casewire.catalog.address.PublicAddress;
import io.casewire.catalog.wording.Language;
import io.casewire.catalog.wording.LineWords;
import io.casewire.catalog.wording.Names;
import io.casewire.contracts.parsed.CaseRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page as HTML, for a browser to print and for the PDF to be made of: effects, whom it is for, what was done, where it stands. */
final class BriefPage {
    /** The only style; a page that allows no other can name its digest. */
    static final String STYLE = style();

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Brief brief;
    private final CaseRecord content;
    private final Language language;
    private final PublicAddress address;
    private final Markup page = new Markup();

    private BriefPage(Brief brief, Language language, PublicAddress address) {
        this.brief = brief;
        this.content = brief.stored().content();
        this.language = language;
        this.address = address;
    }

    static String of(Brief brief, Language language, PublicAddress address) {
        return new BriefPage(brief, language, address).html();
    }

    private String html() {
        page.open("html", "lang", language.tag()).open("head");
        page.empty("meta", "charset", "UTF-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width");
        page.element("title", content.title()).element("style", STYLE).close();
        page.open("body").open("main");
        head();
        effects();
        rows(language.of("适用对象", "Who it applies to"), brief.appliesTo());
        process();
        source();
        foot();
        return page.html();
    }

    private void head() {
        page.element("p", kicker(), "class", "kicker");
        if (brief.stored().withdrawn()) {
            String reason = Objects.requireNonNullElse(brief.stored().withdrawnReason(), "");
            page.element("p", language.of("此案例已被撤回：", "This case was withdrawn: ") + reason, "class", "notice");
        }
        page.element("h1", content.title());
        String from = Stream.of(content.zones(), content.areas(), content.originUnits())
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(" · "));
        if (!from.isEmpty()) {
            page.element("p", from, "class", "meta");
        }
    }

    private String kicker() {
        Stream<String> domains = content.domains().stream().map(domain -> Names.of(domain, language));
        Stream<String> first = Stream.ofNullable(content.originality()).map(claimed -> Names.of(claimed, language));
        return Stream.of(Stream.of(language.of("改革案例简报", "Reform case brief")), domains, first)
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" · "));
    }

    private void effects() {
        if (brief.figures().isEmpty() && brief.effects() == null) {
            return;
        }
        page.element("h2", language.of("成效", "Effects"));
        if (!brief.figures().isEmpty()) {
            page.open("table").open("tbody");
            for (Brief.Figure figure : brief.figures()) {
                page.open("tr");
                page.element("th", Objects.requireNonNullElse(figure.of(), ""));
                page.element("td", figure.figure(), "class", "figure");
                page.element("td", figure.quote(), "class", "quote").close();
            }
            page.close().close();
        }
        paragraph(brief.effects());
    }

    private void process() {
        if (brief.lead().isEmpty() && brief.measures().isEmpty()) {
            return;
        }
        page.element("h2", language.of("主要做法", "Process"));
        brief.lead().forEach(this::paragraph);
        if (!brief.measures().isEmpty()) {
            page.open("ol");
            for (Brief.Measure measure : brief.measures()) {
                page.open("li");
                if (measure.heading() != null) {
                    page.element("span", measure.heading() + (measure.text().isEmpty() ? "" : "："), "class", "heading");
                }
                page.text(measure.text()).close();
            }
            page.close();
        }
    }

    private void source() {
        rows(language.of("来源", "Source"), brief.source());
        int first = content.lines().first();
        page.open("p");
        page.element(
                "a",
                language.of("原文第 %s 行", "Lines %s of the original").formatted(LineWords.of(content.lines())),
                "href",
                address.textOf(brief.stored().document().source().value(), first));
        page.close();
    }

    private void foot() {
        String id = content.id().value();
        page.open("footer");
        if (brief.shortened()) {
            page.text(language.of("为排成一页有所删节，全文见 ", "Shortened to fit a page; in full: "));
        }
        page.element("a", address.pageOf(id), "href", address.pageOf(id));
        page.text(language.of(" · 第 %d 版 · 更新于 %s", " · revision %d · updated %s")
                .formatted(
                        brief.stored().revision(),
                        LocalDate.ofInstant(brief.stored().updated(), CHINA)));
        page.close();
    }

    private void rows(String heading, Map<String, String> rows) {
        page.element("h2", heading);
        if (rows.isEmpty()) {
            page.element("p", language.of("文件未载明", "not stated in the document"), "class", "meta");
            return;
        }
        page.open("table").open("tbody");
        rows.forEach((name, value) ->
                page.open("tr").element("th", name).element("td", value).close());
        page.close().close();
    }

    private void paragraph(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            page.element("p", text);
        }
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(BriefPage.class.getResourceAsStream("brief.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style of the brief cannot be read", e);
        }
    }
}
