package io.casewire.gazetteer;

/** Where a region stands among the administrative divisions. */
public enum Level {
    /** Province, autonomous region or municipality. */
    PROVINCE,
    /** Special administrative region. */
    SPECIAL,
    /** Xinjiang Production and Construction Corps, addressed beside the provinces by many notices. */
    CORPS,
    /** Prefecture-level city, prefecture, autonomous prefecture or league. */
    PREFECTURE,
    /** District, county, county-level city or banner, below a prefecture or directly below its province. */
    COUNTY
}
