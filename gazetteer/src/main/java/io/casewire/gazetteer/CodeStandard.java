package io.casewire.gazetteer;

/** Where a region's code comes from. */
public enum CodeStandard {
    /** GB/T 2260, codes for the administrative divisions of the People's Republic of China. */
    GB_T_2260,
    /** A number some ministries use where GB/T 2260 has none (660000 for the XPCC). */
    MINISTRY_CONVENTION,
    /** A number of this project for what nobody gives one: pilot free trade zones (439900) and their areas (439902). */
    CASEWIRE
}
