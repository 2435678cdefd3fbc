package io.casewire.benchmarks.parsing;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** {@code casewire bench parse}: speed beside regular expressions, one long text, and what doubling a text costs. */
public final class ParseCommand {
    private ParseCommand() {}

    public static void main(String... arguments) throws IOException {
        List<String> options = Arrays.asList(arguments);
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

    private static int number(List<String> options, String name, int otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(options.get(at + 1));
    }
}
