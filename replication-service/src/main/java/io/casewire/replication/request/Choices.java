package io.casewire.replication.request;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.parsed.Domain;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.serving.problem.Unknown;
import io.casewire.text.Nearest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Domains and regions as requests give them; null stays null. Any other value is refused ({@link Unknown#value}). */
public final class Choices {
    private Choices() {}

    /** The domain of that slug, in small letters or capitals. */
    public static @Nullable Domain domain(@Nullable String given) {
        if (given == null) {
            return null;
        }
        Map<String, String> slugs = new LinkedHashMap<>();
        Arrays.stream(Domain.values()).forEach(domain -> {
            slugs.put(domain.slug(), domain.slug());
            slugs.put(domain.chineseName(), domain.slug());
        });
        return Domain.ofSlug(given.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Unknown.value(
                        "domain",
                        given,
                        nearest(given, slugs),
                        Arrays.stream(Domain.values())
                                .map(Domain::slug)
                                .collect(Collectors.joining(", ", "There are ", "."))));
    }

    /** A level of regions, in small letters or capitals. */
    public static @Nullable Level level(@Nullable String given) {
        if (given == null) {
            return null;
        }
        List<String> levels = Arrays.stream(Level.values())
                .filter(level -> level != Level.OTHER)
                .map(Level::name)
                .toList();
        if (!levels.contains(given.toUpperCase(Locale.ROOT))) {
            throw Unknown.value("level", given, levels);
        }
        return Level.valueOf(given.toUpperCase(Locale.ROOT));
    }

    /** The code of a region, zone or area the gazetteer knows. */
    public static @Nullable String region(@Nullable String given, Gazetteer gazetteer) {
        return given == null ? null : region(gazetteer, given).code();
    }

    private static Place region(Gazetteer gazetteer, String code) {
        return gazetteer
                .place(code)
                .orElseThrow(() -> Unknown.value(
                        "region",
                        code,
                        gazetteer.nearestRegions(code),
                        "A region is named by its code of six digits, for example 430000; GET /api/replication/v1/regions lists"
                                + " the provinces."));
    }

    /** @param names what each way to write a value stands for */
    private static List<String> nearest(String given, Map<String, String> names) {
        return Nearest.of(given, names.keySet()).stream()
                .map(name -> names.getOrDefault(name, name))
                .distinct()
                .toList();
    }
}
