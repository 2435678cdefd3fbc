package io.casewire.gazetteer;

/**
 * A pilot free trade zone.
 *
 * @param id e.g. {@code ftz-hunan}
 * @param name full form used throughout, e.g. 湖南自贸试验区
 * @param officialName e.g. 中国（湖南）自由贸易试验区
 * @param province code of the provincial-level division it lies in
 * @param founded at the precision known
 */
public record Zone(
        String id, String name, String officialName, String province, PartialDate founded, Certainty certainty)
        implements Place {

    @Override
    public Validity validity() {
        return Validity.since(founded);
    }
}
