package io.casewire.cli.deployment;

import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A folder of the machine as {@code .env} can name it: absolute, and without signs that Compose gives a meaning. */
final class InboxFolder implements ITypeConverter<Path> {
    private static final Pattern MEANS_SOMETHING = Pattern.compile("[\"'`$#:\\\\\\p{Cntrl}]");

    @Override
    public Path convert(String value) {
        if (!value.startsWith("/") || MEANS_SOMETHING.matcher(value).find()) {
            throw new TypeConversionException(
                    "a folder of the machine from its root, such as /srv/inbox, without quotes, colons, $ and #; not "
                            + value);
        }
        return Path.of(value).normalize();
    }
}
