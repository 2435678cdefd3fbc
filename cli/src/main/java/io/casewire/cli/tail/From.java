package io.casewire.cli.tail;

import io.casewire.cli.connect.WrongUse;
import io.casewire.text.Nearest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** Where reading begins. */
sealed interface From {
    /** With the first record that is still there. */
    record Beginning() implements From {}

    /** With what comes from now on. */
    record Latest() implements From {}

    /** With the first record that the broker got at that time or later. */
    record Time(Instant time) implements From {}

    /** At that offset of each partition. */
    record Offset(long offset) implements From {}

    Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    /** A date means the day's begin in China, whose documents these are. */
    ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /** @throws WrongUse for anything else */
    static From parse(String given) {
        switch (given) {
            case "beginning" -> {
                return new Beginning();
            }
            case "latest" -> {
                return new Latest();
            }
            default -> {
                // a time or an offset
            }
        }
        if (NUMBER.matcher(given).matches()) {
            return new Offset(Long.parseLong(given));
        }
        try {
            return given.contains("T")
                    ? new Time(OffsetDateTime.parse(given).toInstant())
                    : new Time(LocalDate.parse(given).atStartOfDay(CHINA).toInstant());
        } catch (DateTimeParseException e) {
            List<String> near = Nearest.of(given, List.of("beginning", "latest"));
            WrongUse refused =
                    new WrongUse("--from is beginning, latest, an offset, a day like 2026-12-01 or a time like"
                            + " 2026-12-01T08:00:00+08:00, not " + given
                            + (near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?"));
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
