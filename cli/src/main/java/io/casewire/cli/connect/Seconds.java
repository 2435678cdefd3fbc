package io.casewire.cli.connect;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole seconds, up to a day. */
final class Seconds implements ITypeConverter<Duration> {
    private static final long MAX = Duration.ofDays(1).toSeconds();

    @Override
    public Duration convert(String value) {
        if (value.matches("[0-9]{1,5}") && Long.parseLong(value) <= MAX) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        throw new TypeConversionException("a number of seconds from 0 to " + MAX + ", not " + value);
    }
}
