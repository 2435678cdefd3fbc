package io.casewire.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A bench as it was called.
 *
 * @param name after {@code casewire bench}
 * @param command to call it again, without where the figures were written
 */
public record Bench(String name, String command) {
    private static final String JSON = "--json";

    public static Bench called(String name, String... arguments) {
        List<String> words = new ArrayList<>(List.of("./casewire", "bench", name));
        boolean skipped = false;
        for (String argument : arguments) {
            if (!skipped && !argument.equals(JSON) && !argument.startsWith(JSON + "=")) {
                words.add(argument);
            }
            skipped = argument.equals(JSON);
        }
        return new Bench(name, String.join(" ", words));
    }
}
