package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Zone;
import io.casewire.text.ComparableKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What cases can be filtered and counted by. A case may have several values of one facet, or none. */
enum Facet {
    DOMAIN("domain", true),
    ZONE("zone", true),
    AREA("area", false),
    UNIT("unit", false),
    ORIGINALITY("originality", true),
    SCOPE("scope", true),
    DOCUMENT("document", false),
    /** The year the document was issued. */
    YEAR("year", true),
    HAS_METRICS("hasMetrics", false);

    private static final int MAX_NAME = 200;
    private static final int YEAR_DIGITS = 4;

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
            case UNIT -> ComparableKey.of(value);
            case DOMAIN, ORIGINALITY, SCOPE, DOCUMENT, YEAR, HAS_METRICS -> value;
        };
    }

    /** Whether search answers carry its counts. */
    boolean counted() {
        return counted;
    }

    /** What a request asks for with that value, names of a closed set in either case; empty where it cannot ask for it. */
    Optional<String> read(String value) {
        return switch (this) {
            case DOMAIN, ORIGINALITY, SCOPE ->
                closedSet().stream().filter(value::equalsIgnoreCase).findFirst();
            case HAS_METRICS -> Optional.of(value).filter(closedSet()::contains);
            case YEAR -> Optional.of(value).filter(Facet::isYear);
            case DOCUMENT -> Optional.of(value).filter(Facet::isDocument);
            case ZONE -> PlaceNames.zone(value).map(Zone::name);
            case AREA -> PlaceNames.area(value).map(Area::name);
            case UNIT -> Optional.of(value).filter(Facet::isName);
        };
    }

    /** All values a request may ask for; empty where any name or number is one. */
    List<String> closedSet() {
        return switch (this) {
            case DOMAIN -> Arrays.stream(Domain.values()).map(Domain::slug).toList();
            case ORIGINALITY -> names(Originality.values());
            case SCOPE -> names(PromotionScope.values());
            case HAS_METRICS -> List.of("true", "false");
            case ZONE -> PlaceNames.zones();
            case AREA -> PlaceNames.areas();
            case YEAR, UNIT, DOCUMENT -> List.of();
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
            case DOCUMENT -> Stream.of(stored.document().id().value());
            case YEAR ->
                Stream.ofNullable(stored.document().issuedOn())
                        .filter(day -> day.length() >= YEAR_DIGITS)
                        .map(day -> day.substring(0, YEAR_DIGITS));
            case HAS_METRICS -> Stream.of(String.valueOf(!content.metrics().isEmpty()));
        };
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
