package io.casewire.gazetteer;

/**
 * A name found in a text.
 *
 * <p>In a list that shares its last word (上海、天津自贸试验区) the span of each item but the last is its own name; the
 * last takes the shared word with it. A name that stands for several areas gives one mention each, with equal spans.
 *
 * @param start offset of the first character
 * @param end offset after the last character
 */
public record Mention(int start, int end, Referent referent) {

    /** What kind of thing was named. */
    public enum Kind {
        REGION,
        ZONE,
        AREA,
        SET
    }

    public Kind kind() {
        return switch (referent) {
            case Region _ -> Kind.REGION;
            case Zone _ -> Kind.ZONE;
            case Area _ -> Kind.AREA;
            case RegionSet _ -> Kind.SET;
        };
    }
}
