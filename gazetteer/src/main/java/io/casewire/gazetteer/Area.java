package io.casewire.gazetteer;

/**
 * An area (片区) of a pilot free trade zone.
 *
 * @param id e.g. {@code ftz-hunan-yueyang}
 * @param code of this project ({@link CodeStandard#CASEWIRE}), e.g. 439902: its zone's with a number from 01
 * @param zone id of its zone
 * @param name e.g. 岳阳片区
 * @param place code of the smallest region of this data it lies in: a prefecture, else its province
 * @param since when it became part of the zone, at the precision known
 */
public record Area(
        String id, String code, String zone, String name, String place, PartialDate since, Certainty certainty)
        implements Place {

    @Override
    public Validity validity() {
        return Validity.since(since);
    }
}
