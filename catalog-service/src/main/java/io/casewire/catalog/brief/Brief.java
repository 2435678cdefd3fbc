package io.casewire.catalog.brief;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import io.casewire.catalog.wording.Names;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.NumberedText;
import io.casewire.contracts.parsed.Practice;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one page says of a case.
 *
 * @param figures its quantified effects
 * @param appliesTo by heading, in order: to whom it is promoted and who is responsible
 * @param lead paragraphs before the measures
 * @param source by heading, in order: where it was read
 * @param shortened whether anything was left out or cut
 */
record Brief(
        StoredCase stored,
        List<Figure> figures,
        @Nullable String effects,
        Map<String, String> appliesTo,
        List<String> lead,
        List<Measure> measures,
        Map<String, String> source,
        boolean shortened) {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();
    private static final int MAX_NAMES = 12;

    /** A quantified effect; {@code of} is null where the document does not name what it measures. */
    record Figure(@Nullable String of, String figure, String quote) {}

    /** A measure; its text is empty where it is a heading alone. */
    record Measure(@Nullable String heading, String text) {}

    /** As much of the case as that detail allows. */
    static Brief of(StoredCase stored, Detail detail, Language language) {
        return new Maker(stored, detail, language).brief();
    }

    /** Cuts texts and remembers whether it had to. */
    private static final class Maker {
        private final StoredCase stored;
        private final CaseRecord content;
        private final Detail detail;
        private final Language language;
        private boolean shortened;

        Maker(StoredCase stored, Detail detail, Language language) {
            this.stored = stored;
            this.content = stored.content();
            this.detail = detail;
            this.language = language;
        }

        Brief brief() {
            List<Figure> figures = figures();
            List<Measure> measures = measures();
            String effects =
                    content.effects() == null ? null : cut(content.effects().text(), detail.effects());
            Map<String, String> appliesTo = appliesTo();
            List<String> lead = lead(measures.isEmpty());
            return new Brief(stored, figures, effects, appliesTo, lead, measures, source(), shortened);
        }

        private List<Figure> figures() {
            MetricWords words = new MetricWords(language);
            List<Metric> metrics = content.metrics();
            shortened |= metrics.size() > detail.figures();
            return metrics.stream()
                    .limit(detail.figures())
                    .map(metric ->
                            new Figure(metric.indicator(), words.figure(metric), cut(metric.quote(), detail.quote())))
                    .toList();
        }

        private List<Measure> measures() {
            Practice practice = content.practice();
            List<NumberedText> items = practice == null ? List.of() : practice.measures();
            shortened |= items.size() > detail.measures();
            return items.stream()
                    .limit(detail.measures())
                    .map(item -> new Measure(item.heading(), cut(item.text(), detail.measure())))
                    .toList();
        }

        private List<String> lead(boolean practiceToo) {
            Practice practice = content.practice();
            return Stream.of(
                            content.background(),
                            content.summary(),
                            practiceToo && practice != null ? practice.text() : null)
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(text -> cut(text, detail.lead()))
                    .toList();
        }

        private Map<String, String> appliesTo() {
            Map<String, String> told = new LinkedHashMap<>();
            Promotion promotion = content.promotion();
            if (promotion != null) {
                put(told, language.of("推广范围", "Promoted to"), scope(promotion));
                put(
                        told,
                        language.of("推广要求", "Strength"),
                        promotion.strength() == null ? null : Names.of(promotion.strength(), language));
                put(told, language.of("自", "Since"), promotion.since());
                if (promotion.instrument() != null) {
                    put(
                            told,
                            language.of("依据", "By"),
                            joined(
                                    promotion.instrument().title(),
                                    promotion.instrument().number()));
                }
            }
            put(told, language.of("牵头单位", "Lead units"), names(content.leadUnits()));
            put(told, language.of("配合单位", "Supporting units"), names(content.supportingUnits()));
            return told;
        }

        private String scope(Promotion promotion) {
            List<String> parts = new ArrayList<>();
            parts.add(Names.of(promotion.scope(), language));
            if (promotion.scopeText() != null) {
                parts.add(promotion.scopeText());
            }
            parts.addAll(promotion.regions().stream()
                    .map(region -> GAZETTEER.region(region).map(Region::name).orElse(region))
                    .toList());
            return names(parts.stream().distinct().toList());
        }

        private Map<String, String> source() {
            Map<String, String> told = new LinkedHashMap<>();
            put(
                    told,
                    language.of("文件", "Document"),
                    joined(stored.document().title(), stored.document().number()));
            put(
                    told,
                    language.of("发文", "Issued"),
                    joined(stored.document().issuer(), stored.document().issuedOn()));
            put(told, language.of("位置", "Place in it"), String.join(" › ", content.path()));
            return told;
        }

        private String names(List<String> names) {
            shortened |= names.size() > MAX_NAMES;
            return names.stream().limit(MAX_NAMES).collect(Collectors.joining("、"))
                    + (names.size() > MAX_NAMES ? "…" : "");
        }

        private static String joined(@Nullable String one, @Nullable String other) {
            return Stream.of(one, other).filter(Objects::nonNull).distinct().collect(Collectors.joining("，"));
        }

        private static void put(Map<String, String> told, String heading, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                told.put(heading, text);
            }
        }

        private String cut(String text, int most) {
            String flat = text.strip();
            if (flat.codePointCount(0, flat.length()) <= most) {
                return flat;
            }
            shortened = true;
            return flat.substring(0, flat.offsetByCodePoints(0, most)) + "…";
        }
    }
}
