package io.casewire.gazetteer;

/**
 * A pilot free trade zone.
 *
 * @param id e.g. {@code ftz-hunan}
 * @param code of this project ({@link CodeStandard#CASEWIRE}), e.g. 439900: the province's two digits, 99, 00
 * @param name full form used throughout, e.g. 湖南自贸试验区
 * @param officialName e.g. 中国（湖南）自由贸易试验区
 * @param province code of the provincial-level division it lies in
 * @param founded at the precision known
 */
public record Zone(
        String id,
        String code,
        String name,
        String officialName,
        String province,
        PartialDate founded,
        Certainty certainty)
        implements Place {

    @Override
    public Validity validity() {
        return Validity.since(founded);
    }
}
