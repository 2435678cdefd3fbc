package io.casewire.cli.instance;

import org.springframework.util.unit.DataSize;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A size such as {@code 512MB} or {@code 2GB}. */
final class Size implements ITypeConverter<DataSize> {
    @Override
    public DataSize convert(String value) {
        try {
            DataSize size = DataSize.parse(value);
            if (!size.isNegative()) {
                return size;
            }
        } catch (IllegalArgumentException e) {
            // told below, like a negative one
        }
        throw new TypeConversionException("a size such as 512MB or 2GB, or 0, not " + value);
    }
}
