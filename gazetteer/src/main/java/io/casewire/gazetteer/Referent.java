package io.casewire.gazetteer;

/** What a name in a text can stand for. */
public sealed interface Referent permits Place, RegionSet {

    /** A stable identity, unique over all referents: a region's code, else a slug such as {@code ftz-hunan}. */
    String id();

    /** The normal form to print, e.g. 湖南自贸试验区. */
    String name();
}
