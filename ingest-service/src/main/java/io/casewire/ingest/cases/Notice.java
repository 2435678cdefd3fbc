package io.casewire.ingest.cases;

import io.casewire.contracts.parsed.Instrument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.Zone;
import io.casewire.ingest.layout.Block;
import io.casewire.ingest.layout.DocumentText;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.recogniser.DocumentIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The covering letter: who writes to whom, and how strongly.
 *
 * @param words of the letter, before its first table, as far as they can matter
 * @param place the zone the document speaks for; none for one that speaks of many
 * @param addressees as printed, without the colon; null where there are none
 */
public record Notice(
        String words,
        Origin place,
        @Nullable String addressees,
        @Nullable PromotionStrength strength,
        @Nullable Instrument instrument,
        @Nullable String since) {
    private static final int LONGEST = 6000;
    private static final List<String> WHOLE = List.of("全省", "全市", "全区", "全省范围", "全市范围", "全区范围");

    public static Notice of(DocumentText text, DocumentIdentity identity) {
        StringBuilder words = new StringBuilder();
        String addressees = null;
        for (Block block : text.blocks()) {
            if (!(block instanceof Paragraph paragraph) || words.length() > LONGEST) {
                break;
            }
            String line = paragraph.text();
            words.append(line).append('\n');
            if (addressees == null && line.endsWith("：") && line.length() > 4 && line.length() < 120) {
                addressees = line.substring(0, line.length() - 1);
            }
        }
        String title = identity.title();
        Instrument instrument = title == null && identity.documentNumber() == null
                ? null
                : new Instrument(title, identity.documentNumber(), null);
        return new Notice(
                words.toString(),
                place(title, identity.issuer()),
                addressees,
                Scopes.strength(words.toString()),
                instrument,
                identity.issuedOn());
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
        if (place.zones().size() != 1 || WHOLE.stream().noneMatch(scope::equals)) {
            return null;
        }
        Zone zone = Gazetteer.standard().zoneNamed(place.zones().getFirst()).orElse(null);
        if (zone == null) {
            return null;
        }
        Region province = Gazetteer.standard().provinceOf(zone);
        return province.name().endsWith(scope.substring(1, 2)) ? province.code() : null;
    }

    /** A promotion to those the letter is addressed to: the parts of one province; null where it names nobody. */
    public @Nullable Promotion addressed() {
        if (addressees == null) {
            return null;
        }
        if (addressees.startsWith("各省")) {
            return new Promotion(PromotionScope.NATIONWIDE, addressees, List.of(), strength, since, instrument);
        }
        for (String zone : place.zones()) {
            Zone found = Gazetteer.standard().zoneNamed(zone).orElse(null);
            if (found != null) {
                String province = Gazetteer.standard().provinceOf(found).code();
                return new Promotion(PromotionScope.NAMED, addressees, List.of(province), strength, since, instrument);
            }
        }
        return null;
    }
}
