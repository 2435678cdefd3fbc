package io.casewire.cli.connect;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A TCP port, 0 for any free one. */
public final class Port implements ITypeConverter<Integer> {
    private static final int LAST = 65_535;

    @Override
    public Integer convert(String value) {
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= LAST) {
            return Integer.valueOf(value);
        }
        throw new TypeConversionException("a number from 0 to " + LAST + ", not " + value);
    }
}
