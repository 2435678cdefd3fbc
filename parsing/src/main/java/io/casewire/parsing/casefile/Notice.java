package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.contracts.parsed.RegionLevel;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.Zone;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.text.Lexicon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The covering letter: who writes to whom, and how strongly.
 *
 * @param words of the letter, before its first table, as far as they can matter
 * @param place the zone the document speaks for; none for one that speaks of many
 * @param addressees as printed, without the colon; null where there are none
 * @param home the region whose authority writes; null for the centre and where none is named
 */
public record Notice(
        String words,
        Origin place,
        @Nullable String addressees,
        @Nullable PromotionStrength strength,
        @Nullable PolicyDocument instrument,
        @Nullable String since,
        @Nullable Region home) {
    private static final int MAX_LENGTH = 6000;
    private static final List<String> WHOLE = List.of("全省", "全市", "全区", "全省范围", "全市范围", "全区范围");
    private static final Lexicon PARTS =
            Lexicon.of("各市", "各州", "各设区", "各县", "各区", "各地", "各盟", "各片区", "各园区", "各镇", "各街道");
    private static final String IN_ALL = "在全";
    private static final String ALL_OF = "国省市区州";
    private static final String RANGE = "范围";

    public static Notice of(DocumentText text, DocumentIdentity identity) {
        StringBuilder words = new StringBuilder();
        String addressees = null;
        for (Block block : text.blocks()) {
            if (!(block instanceof Paragraph paragraph) || words.length() > MAX_LENGTH) {
                break;
            }
            String line = paragraph.text();
            words.append(line).append('\n');
            if (addressees == null && line.endsWith("：") && line.length() > 4 && line.length() < 120) {
                addressees = line.substring(0, line.length() - 1);
            }
        }
        String title = identity.title();
        PolicyDocument instrument = title == null && identity.documentNumber() == null
                ? null
                : new PolicyDocument(title, identity.documentNumber(), null);
        return new Notice(
                words.toString(),
                place(title, identity.issuer()),
                addressees,
                Scopes.strength(words.toString()),
                instrument,
                identity.issuedOn(),
                home(place(title, identity.issuer()), title, identity.issuer()));
    }

    /** The region an issuer begins with, else the province of the zone the document speaks for. */
    private static @Nullable Region home(Origin place, @Nullable String title, @Nullable String issuer) {
        Region named = issuer == null ? null : first(issuer);
        named = named != null || title == null ? named : first(title);
        if (named != null) {
            return named;
        }
        Zone zone = place.zones().size() == 1
                ? Gazetteer.standard().zoneNamed(place.zones().getFirst()).orElse(null)
                : null;
        return zone == null ? null : Gazetteer.standard().provinceOf(zone);
    }

    /** The region a name begins with, of 福建省厦门市 the city; null where it begins with none. */
    private static @Nullable Region first(String name) {
        Region found = null;
        int end = 0;
        for (Mention mention : Gazetteer.standard().mentions(name)) {
            if (mention.start() != end || !(mention.referent() instanceof Region region)) {
                break;
            }
            found = region;
            end = mention.end();
        }
        return found;
    }

    private static Origin place(@Nullable String title, @Nullable String issuer) {
        Origin printed = Origin.of((title == null ? "" : title) + "\n" + (issuer == null ? "" : issuer));
        if (!printed.zones().isEmpty()) {
            return new Origin(printed.zones(), List.of());
        }
        if (title != null && title.contains("自")) {
            for (Region region : Gazetteer.standard().regions(title)) {
                Zone zone = region.provincial()
                        ? Gazetteer.standard().zoneIn(region).orElse(null)
                        : null;
                if (zone != null && (title.contains("自贸") || title.contains("自由贸易"))) {
                    return new Origin(List.of(zone.name()), List.of());
                }
            }
        }
        return Origin.NONE;
    }

    /** Where the letter itself says that all of it is to be replicated (决定在全省范围内复制推广); null where it does not. */
    public @Nullable String scope() {
        for (int in = words.indexOf(IN_ALL); in >= 0; in = words.indexOf(IN_ALL, in + 1)) {
            int end = in + IN_ALL.length() + 1;
            boolean known = end <= words.length() && ALL_OF.indexOf(words.charAt(end - 1)) >= 0;
            int verb = words.startsWith(RANGE, end) ? end + RANGE.length() : end;
            verb += words.startsWith("内", verb) ? 1 : 0;
            if (known && (words.startsWith("复制", verb) || words.startsWith("推广", verb))) {
                return words.substring(in + 1, end);
            }
        }
        return null;
    }

    /** A promotion with a printed scope, by this notice; a scope that counts places (8个改革试验区域) means those it names. */
    public Promotion promotion(String scope) {
        Promotion read = Scopes.read(scope, strength, since, instrument);
        if (read.scope() == PromotionScope.PILOT_ZONES && isLocal(scope)) {
            return named(read, place.zones());
        }
        if (read.scope() != PromotionScope.NAMED || !read.regions().isEmpty()) {
            return read;
        }
        String province = homeOf(scope.strip());
        if (province != null) {
            return named(read, List.of(province));
        }
        String places = Enumerations.placesCounted(words, scope);
        return places == null ? read : named(read, Scopes.places(places));
    }

    private Promotion named(Promotion read, List<String> regions) {
        return new Promotion(PromotionScope.NAMED, read.scopeText(), regions, strength, since, instrument);
    }

    /** 省内自贸试验区 and 自贸试验区各片区 are those of the province that writes, not all of the country. */
    private static boolean isLocal(String scope) {
        return scope.contains("省内") || scope.contains("各片区") || scope.contains("我省") || scope.contains("市内");
    }

    /** The province a scope that is all of it (全省) means; null where the scope is narrower or the province not known. */
    private @Nullable String homeOf(String scope) {
        if (WHOLE.stream().noneMatch(scope::equals)) {
            return null;
        }
        Zone zone = place.zones().size() == 1
                ? Gazetteer.standard().zoneNamed(place.zones().getFirst()).orElse(null)
                : null;
        Region province = zone == null ? home : Gazetteer.standard().provinceOf(zone);
        return province != null && province.name().endsWith(scope.substring(1, 2)) ? province.code() : null;
    }

    /**
     * A promotion to those the letter is addressed to: all regions of a level within the region that writes, or the parts of
     * one province; null where it names nobody.
     */
    public @Nullable Promotion addressed() {
        if (addressees == null) {
            return null;
        }
        if (addressees.startsWith("各省")) {
            return new Promotion(PromotionScope.NATIONWIDE, addressees, List.of(), strength, since, instrument);
        }
        RegionLevel level = home == null ? null : Addressees.levelOf(addressees, home);
        if (home != null && level != null) {
            return new Promotion(
                    PromotionScope.LEVEL_OF_REGION,
                    addressees,
                    List.of(home.code()),
                    level,
                    strength,
                    since,
                    instrument);
        }
        for (String zone : place.zones()) {
            Zone found = Gazetteer.standard().zoneNamed(zone).orElse(null);
            if (found != null) {
                String province = Gazetteer.standard().provinceOf(found).code();
                return new Promotion(PromotionScope.NAMED, addressees, List.of(province), strength, since, instrument);
            }
        }
        if (PARTS.isAt(addressees, 0)) {
            List<String> regions = home == null ? List.of() : List.of(home.code());
            return new Promotion(PromotionScope.NAMED, addressees, regions, strength, since, instrument);
        }
        return null;
    }
}
