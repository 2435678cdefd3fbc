package io.casewire.gazetteer;

/** One place, as opposed to a named set of them. */
public sealed interface Place extends Referent permits Region, Zone, Area {

    /** Six digits by which tokens and the ledger name it; see {@link CodeStandard} for whose they are. */
    String code();

    /** The days on which it exists, as far as this data goes. */
    Validity validity();
}
