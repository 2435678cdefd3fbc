package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Zone;
import io.casewire.text.ComparableKey;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What cases can be filtered and counted by. A case may have several values of one facet, or none. */
enum Facet {
    DOMAIN("domain", true),
    ZONE("zone", true),
    AREA("area", true),
    /** Whoever made it, leads it or takes part. */
    UNIT("unit", true),
    ORIGINALITY("originality", true),
    SCOPE("scope", true),
    STRENGTH("strength", true),
    /** The document number (文号) of the official text that promotes it; of one without a number its title. */
    INSTRUMENT("instrument", true),
    /** 第七批: of the text that promotes it, else of the document it was read from. */
    BATCH("batch", true),
    /** Of the document it was read from. */
    GENRE("genre", true),
    DOCUMENT("document", false),
    /** The year the document was issued that it was read from. */
    YEAR("year", true),
    /** The year from which it is promoted. */
    INSTRUMENT_YEAR("instrumentYear", true),
    /** The year it was first published here. */
    PUBLISHED_YEAR("publishedYear", true),
    HAS_METRICS("hasMetrics", true),
    /** How far it was adopted, which its document does not say: the ledger does. */
    ADOPTION("adoption", true);

    private static final int MAX_NAME = 200;
    private static final int YEAR_DIGITS = 4;

    /** Units and instruments are many; the commonest are told. */
    private static final int MAX_SHOWN = 50;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final String parameter;
    private final boolean counted;

    Facet(String parameter, boolean counted) {
        this.parameter = parameter;
        this.counted = counted;
    }

    /** The name in the URL and in the answer. */
    String parameter() {
        return parameter;
    }

    /** The field of the index. */
    String field() {
        return "facet." + parameter;
    }

    /** What of a value is compared: two spellings of one name are one value. */
    String term(String value) {
        return switch (this) {
            case ZONE -> PlaceNames.zone(value).map(Zone::id).orElseGet(() -> ComparableKey.of(value));
            case AREA -> PlaceNames.area(value).map(Area::id).orElseGet(() -> ComparableKey.of(value));
            case UNIT, INSTRUMENT -> ComparableKey.of(value);
            case DOMAIN,
                    ORIGINALITY,
                    SCOPE,
                    STRENGTH,
                    BATCH,
                    GENRE,
                    DOCUMENT,
                    YEAR,
                    INSTRUMENT_YEAR,
                    PUBLISHED_YEAR,
                    HAS_METRICS,
                    ADOPTION -> value;
        };
    }

    /** All that pass a filter on that value. */
    List<String> terms(String value) {
        return this == ADOPTION ? AdoptionBands.percents(value) : List.of(term(value));
    }

    /** How many of its values an answer tells at most. */
    int shown() {
        return this == DOCUMENT ? Integer.MAX_VALUE : MAX_SHOWN;
    }

    /** Whether search answers carry its counts. */
    boolean counted() {
        return counted;
    }

    /** What a request asks for with that value, names of a closed set in either case; empty where it cannot ask for it. */
    Optional<String> read(String value) {
        return switch (this) {
            case DOMAIN, ORIGINALITY, SCOPE, STRENGTH, GENRE ->
                closedSet().stream().filter(value::equalsIgnoreCase).findFirst();
            case HAS_METRICS -> Optional.of(value).filter(closedSet()::contains);
            case YEAR, INSTRUMENT_YEAR, PUBLISHED_YEAR -> Optional.of(value).filter(Facet::isYear);
            case BATCH -> Batches.named(value);
            case DOCUMENT -> Optional.of(value).filter(Facet::isDocument);
            case ZONE -> PlaceNames.zone(value).map(Zone::name);
            case AREA -> PlaceNames.area(value).map(Area::name);
            case UNIT, INSTRUMENT -> Optional.of(value).filter(Facet::isName);
            case ADOPTION -> AdoptionBands.read(value);
        };
    }

    /** All values a request may ask for; empty where any name or number is one. */
    List<String> closedSet() {
        return switch (this) {
            case DOMAIN -> Arrays.stream(Domain.values()).map(Domain::slug).toList();
            case ORIGINALITY -> names(Originality.values());
            case SCOPE -> names(PromotionScope.values());
            case STRENGTH -> names(PromotionStrength.values());
            case GENRE -> names(Genre.values());
            case HAS_METRICS -> List.of("true", "false");
            case ZONE -> PlaceNames.zones();
            case AREA -> PlaceNames.areas();
            case ADOPTION -> AdoptionBands.all();
            case YEAR, INSTRUMENT_YEAR, PUBLISHED_YEAR, UNIT, INSTRUMENT, BATCH, DOCUMENT -> List.of();
        };
    }

    /** The values of a case as printed, each once. */
    List<String> valuesOf(StoredCase stored) {
        Map<String, String> byTerm = new LinkedHashMap<>();
        all(stored).filter(Facet::isName).forEach(value -> byTerm.putIfAbsent(term(value), value));
        byTerm.remove("");
        return List.copyOf(byTerm.values());
    }

    private Stream<String> all(StoredCase stored) {
        CaseRecord content = stored.content();
        return switch (this) {
            case DOMAIN -> content.domains().stream().map(Domain::slug);
            case ZONE -> content.zones().stream();
            case AREA -> content.areas().stream();
            case UNIT ->
                Stream.of(content.originUnits(), content.leadUnits(), content.supportingUnits())
                        .flatMap(List::stream);
            case ORIGINALITY -> Stream.ofNullable(content.originality()).map(Enum::name);
            case SCOPE ->
                Stream.ofNullable(content.promotion())
                        .map(promotion -> promotion.scope().name());
            case STRENGTH ->
                promotion(content)
                        .map(Promotion::strength)
                        .filter(Objects::nonNull)
                        .map(Enum::name);
            case INSTRUMENT -> Stream.ofNullable(instrument(content));
            case BATCH -> Stream.ofNullable(Batches.of(stored));
            case GENRE -> Stream.of(stored.document().genre().name());
            case DOCUMENT -> Stream.of(stored.document().id().value());
            case YEAR -> year(stored.document().issuedOn());
            case INSTRUMENT_YEAR -> promotion(content).flatMap(promotion -> year(promotion.since()));
            case PUBLISHED_YEAR ->
                Stream.of(String.valueOf(stored.firstPublished().atZone(CHINA).getYear()));
            case HAS_METRICS -> Stream.of(String.valueOf(!content.metrics().isEmpty()));
            case ADOPTION -> Stream.empty();
        };
    }

    private static Stream<Promotion> promotion(CaseRecord content) {
        return Stream.ofNullable(content.promotion());
    }

    private static @Nullable String instrument(CaseRecord content) {
        PolicyDocument instrument =
                content.promotion() == null ? null : content.promotion().instrument();
        if (instrument == null) {
            return null;
        }
        return instrument.number() == null ? instrument.title() : instrument.number();
    }

    private static Stream<String> year(@Nullable String day) {
        return Stream.ofNullable(day)
                .filter(known -> known.length() >= YEAR_DIGITS)
                .map(known -> known.substring(0, YEAR_DIGITS));
    }

    private static boolean isYear(String value) {
        return value.length() == YEAR_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isDocument(String value) {
        try {
            return new DocumentId(value).value().equals(value);
        } catch (IllegalArgumentException notOfItsForm) {
            return false;
        }
    }

    private static boolean isName(String value) {
        return !value.isBlank() && value.length() <= MAX_NAME;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
