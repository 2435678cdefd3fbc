package io.casewire.gazetteer;

/** One place, as opposed to a named set of them. */
public sealed interface Place extends Referent permits Region, Zone, Area {

    /** The days on which it exists, as far as this data goes. */
    Validity validity();
}
