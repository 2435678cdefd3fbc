package io.casewire.gazetteer;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division.
 *
 * @param code six digits, e.g. 430600; see {@code codeStandard} for whose
 * @param name in full, e.g. 岳阳市
 * @param shortName as in lists, e.g. 岳阳; not unique (海南 is a province and a prefecture)
 * @param parent code of the division right above it: of a prefecture its province, of a county its prefecture or, where it has
 *     none, its province; absent for provincial-level divisions
 */
public record Region(
        String code,
        String name,
        String shortName,
        Level level,
        @Nullable String parent,
        CodeStandard codeStandard,
        Validity validity,
        Certainty certainty)
        implements Place {

    public Region {
        if (code.length() != 6 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("not a six-digit code: " + code);
        }
    }

    @Override
    public String id() {
        return code;
    }

    /** Whether it stands directly under the centre, so has no parent. */
    public boolean provincial() {
        return switch (level) {
            case PROVINCE, SPECIAL, CORPS -> true;
            case PREFECTURE, COUNTY -> false;
        };
    }
}
