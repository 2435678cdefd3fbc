package io.casewire.notify.subscription;

import io.casewire.notify.rhythm.Quiet;
import io.casewire.notify.rhythm.Rhythm;
import io.casewire.notify.rhythm.Rhythm.Every;
import io.casewire.notify.rhythm.Timing;
import io.casewire.text.Nearest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads when a subscription asks to be told. What is wrong is added, named with the nearest valid values, and then what is returned means nothing. */
final class Timings {
    private static final String ZONE = "Asia/Shanghai";
    private static final String MORNING = "08:30";
    private static final String DOCUMENT = "DOCUMENT";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final List<String> wrong;

    Timings(List<String> wrong) {
        this.wrong = wrong;
    }

    Timing read(SubscriptionRequest request) {
        boolean byDocument = request.group() != null
                && choice("group", request.group(), List.of(DOCUMENT), DOCUMENT).equals(DOCUMENT);
        boolean atOnce = request.quiet() != null || request.group() != null;
        if (request.digest() != null && atOnce) {
            wrong.add(
                    "quiet and group are for messages that are sent at once: a digest has its own time, and is one message.");
        }
        if (Boolean.TRUE.equals(request.feed()) && (request.digest() != null || atOnce)) {
            wrong.add("digest, quiet and group are for messages: a feed has an entry for each event when it happens.");
        }
        return new Timing(
                request.digest() == null ? null : digest(request.digest()),
                request.quiet() == null ? null : quiet(request.quiet()),
                byDocument);
    }

    private Rhythm digest(SubscriptionRequest.Digest asked) {
        Every every = Every.valueOf(choice("digest.every", asked.every(), names(Every.values()), Every.DAY.name()));
        if (every == Every.DAY && asked.on() != null) {
            wrong.add("digest.on is a day of the week, for digests with \"every\": \"WEEK\".");
        }
        DayOfWeek on =
                DayOfWeek.valueOf(choice("digest.on", asked.on(), names(DayOfWeek.values()), DayOfWeek.MONDAY.name()));
        return new Rhythm(
                every,
                clock("digest.at", asked.at(), MORNING),
                every == Every.WEEK ? on : null,
                zone("digest.zone", asked.zone()),
                Boolean.TRUE.equals(asked.workdaysOnly()));
    }

    private Quiet quiet(SubscriptionRequest.Quiet asked) {
        String from = clock("quiet.from", asked.from(), null);
        String until = clock("quiet.until", asked.until(), null);
        if (asked.from() != null && asked.from().equals(asked.until())) {
            wrong.add("quiet.from and quiet.until are the same: name the hours in which messages wait.");
        }
        return new Quiet(
                from,
                until,
                zone("quiet.zone", asked.zone()),
                Boolean.TRUE.equals(asked.workdaysOnly()),
                Boolean.TRUE.equals(asked.urgent()));
    }

    /** @param absent what it is where it is not given; null where it has to be */
    private String clock(String property, @Nullable String given, @Nullable String absent) {
        if (given == null && absent != null) {
            return absent;
        }
        try {
            return LocalTime.parse(given == null ? "" : given, CLOCK).format(CLOCK);
        } catch (DateTimeParseException e) {
            wrong.add("%s is a time of the day such as %s, from 00:00 to 23:59%s."
                    .formatted(property, MORNING, given == null ? "" : ", not '" + shown(given) + "'"));
            return MORNING;
        }
    }

    private String zone(String property, @Nullable String given) {
        if (given == null || ZoneId.getAvailableZoneIds().contains(given)) {
            return given == null ? ZONE : given;
        }
        List<String> nearest = Nearest.of(given, ZoneId.getAvailableZoneIds());
        wrong.add("%s '%s' is no zone of the IANA database; %s."
                .formatted(
                        property,
                        shown(given),
                        nearest.isEmpty()
                                ? "name one such as " + ZONE
                                : "the nearest are " + String.join(", ", nearest)));
        return ZONE;
    }

    private String choice(String property, @Nullable String given, List<String> valid, String absent) {
        if (given == null) {
            return absent;
        }
        String word = given.strip().toUpperCase(Locale.ROOT);
        if (valid.contains(word)) {
            return word;
        }
        wrong.add("%s '%s' is none of %s.".formatted(property, shown(given), String.join(", ", valid)));
        return absent;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static String shown(String given) {
        String visible = given.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int most = 40;
        return visible.codePointCount(0, visible.length()) <= most
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, most)) + "…";
    }
}
