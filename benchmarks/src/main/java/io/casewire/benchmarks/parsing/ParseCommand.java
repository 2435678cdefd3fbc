package io.casewire.benchmarks.parsing;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code casewire bench parse}: speed beside regular expressions, one long text, and what doubling a text costs. */
public final class ParseCommand {
    private static final List<String> PARTS = List.of("speed", "long", "linearity");

    private ParseCommand() {}

    public static void main(String... arguments) throws IOException {
        List<String> options = Arrays.asList(arguments);
        String mistake = mistakeIn(options);
        if (mistake != null) {
            System.err.println(mistake + "; options: --mb N, --rounds N, --only speed|long|linearity");
            System.exit(2);
        }
        Documents documents = Documents.available();
        boolean all = !options.contains("--only");
        String only = all ? "" : options.get(options.indexOf("--only") + 1);
        ParseComparison comparison =
                new ParseComparison(documents, number(options, "--mb", 50), number(options, "--rounds", 5));
        if (all || only.equals("speed")) {
            comparison.run();
        }
        if (all || only.equals("long")) {
            comparison.runConcatenation();
        }
        if ((all || only.equals("linearity")) && !new Linearity().run(documents)) {
            System.exit(1);
        }
    }

    private static @Nullable String mistakeIn(List<String> options) {
        for (int i = 0; i < options.size(); i += 2) {
            String option = options.get(i);
            String value = i + 1 < options.size() ? options.get(i + 1) : "";
            switch (option) {
                case "--mb", "--rounds" -> {
                    if (!value.matches("[1-9][0-9]{0,3}")) {
                        return option + " needs a number from 1 to 9999";
                    }
                }
                case "--only" -> {
                    if (!PARTS.contains(value)) {
                        return "--only needs one of " + String.join(", ", PARTS);
                    }
                }
                default -> {
                    return "Unknown option " + option;
                }
            }
        }
        return null;
    }

    private static int number(List<String> options, String name, int otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(options.get(at + 1));
    }
}
