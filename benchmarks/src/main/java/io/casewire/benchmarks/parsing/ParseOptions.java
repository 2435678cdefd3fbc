package io.casewire.benchmarks.parsing;

import io.casewire.benchmarks.report.BenchOptions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is measured of parsing, as asked for on the command line. */
@Command(
        name = "casewire bench parse",
        sortOptions = false,
        optionListHeading = "%n",
        footerHeading = "%n",
        description = {
            "Parses every text of the corpus (CASEWIRE_CORPUS, else ../shared/corpus, else samples/) and prints:",
            "",
            "speed      megabytes a second of processor time, beside the same fields by java.util.regex and by Python's re",
            "long       the speed on one text put together from all of them",
            "linearity  what twice the text costs, genre by genre; it ends with 1 where that is more than 2.2 times",
        })
final class ParseOptions extends BenchOptions {
    private static final int MOST = 9_999;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            converter = PartNames.class,
            description = "of speed, long, linearity; else all of them")
    private Set<Part> only = EnumSet.allOf(Part.class);

    private int megabytes;
    private int rounds;

    /** What can be measured by itself. */
    enum Part {
        SPEED,
        LONG,
        LINEARITY;

        /** As one types it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final class PartNames implements ITypeConverter<Part> {
        @Override
        public Part convert(String word) {
            return Arrays.stream(Part.values())
                    .filter(part -> part.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no part %s, only %s"
                            .formatted(
                                    word,
                                    Arrays.stream(Part.values()).map(Part::word).collect(Collectors.joining(", ")))));
        }
    }

    @Option(
            names = "--mb",
            paramLabel = "N",
            defaultValue = "50",
            description = "megabytes of text that a run parses (${DEFAULT-VALUE})")
    void setMegabytes(int number) {
        megabytes = checked("--mb", number, 1, MOST);
    }

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "of each (${DEFAULT-VALUE})")
    void setRounds(int number) {
        rounds = checked("--rounds", number, 1, MOST);
    }

    boolean wants(Part part) {
        return only.contains(part);
    }

    int megabytes() {
        return megabytes;
    }

    int rounds() {
        return rounds;
    }

    /** What was asked for, for the report. */
    Map<String, Object> settings() {
        return Map.of("mb", megabytes, "rounds", rounds);
    }
}
