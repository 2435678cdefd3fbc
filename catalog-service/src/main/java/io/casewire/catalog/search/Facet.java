package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import java.util.Arrays;
import java.util.List;
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

    private static final int LONGEST_NAME = 200;
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

    /** Whether search answers carry its counts. */
    boolean counted() {
        return counted;
    }

    /** Whether a request may ask for that value. */
    boolean accepts(String value) {
        return switch (this) {
            case DOMAIN -> Domain.ofSlug(value).isPresent();
            case ORIGINALITY -> isNameOf(Originality.values(), value);
            case SCOPE -> isNameOf(PromotionScope.values(), value);
            case YEAR -> value.length() == YEAR_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
            case HAS_METRICS -> value.equals("true") || value.equals("false");
            case ZONE, AREA, UNIT, DOCUMENT -> isName(value);
        };
    }

    /** The values of a case, each once. */
    List<String> valuesOf(StoredCase stored) {
        return all(stored).filter(Facet::isName).distinct().toList();
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

    private static boolean isName(String value) {
        return !value.isBlank() && value.length() <= LONGEST_NAME;
    }

    private static boolean isNameOf(Enum<?>[] values, String name) {
        return Arrays.stream(values).anyMatch(value -> value.name().equals(name));
    }
}
