package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.RegionLevel;
import io.casewire.gazetteer.Region;
import io.casewire.text.Lexicon;
import org.jspecify.annotations.Nullable;

/** Which parts of its region a letter is addressed to: 各市州、省直各部门 are the prefectures, 各县（市、区） the counties. */
final class Addressees {
    private static final Lexicon PREFECTURES = Lexicon.of(
            "各市州", "各市、州", "各市（州）", "各市（地）", "各市（行署）", "各设区市", "各设区的市", "各地级市", "各地级以上市", "各州市", "各州、市", "各盟市", "各市",
            "各地（州、市）", "各州（市）", "各自治州");
    private static final Lexicon COUNTIES =
            Lexicon.of("各县", "各区县", "各区、县", "各区", "各旗县", "各市县", "各市、县", "各市（县", "各市、区", "各市区", "各市（区", "各市辖区");
    /** 各市、县 of a province are its prefectures and their counties: the prefectures answer for them. */
    private static final Lexicon BOTH = Lexicon.of("各市县", "各市、县", "各市（县", "各市、区", "各市区", "各市（区");

    private static final Lexicon OTHERS =
            Lexicon.of("各区域", "各市场", "各县域", "各区块", "各市直", "各区直", "各县直", "各市级", "各区级", "各县级部门");

    private Addressees() {}

    /** The level a letter of that region is addressed to; null where it names none. */
    static @Nullable RegionLevel levelOf(String addressees, Region home) {
        RegionLevel level = null;
        for (int at = addressees.indexOf('各'); at >= 0 && level == null; at = addressees.indexOf('各', at + 1)) {
            level = OTHERS.isAt(addressees, at) ? null : levelAt(addressees, at, home);
        }
        return level;
    }

    private static @Nullable RegionLevel levelAt(String addressees, int at, Region home) {
        boolean hasPrefectures = home.provincial() && !isMunicipality(home);
        String counties = COUNTIES.longestAt(addressees, at, addressees.length());
        String prefectures = PREFECTURES.longestAt(addressees, at, addressees.length());
        if (hasPrefectures && prefectures != null && (counties == null || BOTH.isAt(addressees, at))) {
            return RegionLevel.PREFECTURE;
        }
        return counties == null ? null : RegionLevel.COUNTY;
    }

    /** Its parts are districts and counties. */
    private static boolean isMunicipality(Region region) {
        return region.name().endsWith("市");
    }
}
