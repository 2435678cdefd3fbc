package io.casewire.cli.token;

import io.casewire.cli.connect.WrongUse;
import io.casewire.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom a token is for. */
final class Person {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; may be given more than once.",
            completionCandidates = RoleNames.class)
    private List<String> roles = new ArrayList<>();

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "A person or a system: what it writes names them. Needed by every role that writes.")
    private @Nullable String subject;

    @Option(
            names = "--region",
            paramLabel = "CODE",
            description = "Six digits, for example 310000; needed by the role region.")
    private @Nullable String region;

    @Option(names = "--agency", paramLabel = "NAME", description = "Needed by the role agency.")
    private @Nullable String agency;

    /** A token of a region that is none would open nothing, and nobody would see why. */
    void requireRegionThatIs() {
        if (region != null && Gazetteer.standard().place(region).isEmpty()) {
            List<String> near = Gazetteer.standard().nearestRegions(region);
            throw new WrongUse(
                    near.isEmpty()
                            ? "there is no region " + region
                            : "there is no region %s; did you mean %s?".formatted(region, String.join(" or ", near)));
        }
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        roles.forEach(role -> add(words, "--role", role));
        add(words, "--subject", subject);
        add(words, "--region", region);
        add(words, "--agency", agency);
        return words;
    }

    static void add(List<String> words, String option, @Nullable String value) {
        if (value != null) {
            words.add(option + "=" + value);
        }
    }
}
