package io.casewire.cli.token;

import io.casewire.cli.connect.DataFolder;
import io.casewire.cli.connect.WrongUse;
import io.casewire.gazetteer.Gazetteer;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code casewire token}: issues, lists and revokes tokens of the local key. The options are read here; what they may say is
 * {@code identity}'s knowledge.
 */
@Command(
        name = "token",
        description = {
            "Print a token signed with the local key, for the header \"Authorization: Bearer …\"; list: show those given"
                    + " out; revoke: end some before their time.",
            "The key pair is made on first use, in identity below the data folder. Names are compared in one spelling:"
                    + " without blanks around, full-width letters and brackets as half-width ones. Exit status 1: the keys"
                    + " cannot be used."
        })
public final class TokenCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Bearer bearer = new Bearer();

    public TokenCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        return mint(bearer);
    }

    @Command(name = "issue", description = "Print a token: the same as casewire token without a word.")
    int issue(@Mixin Bearer who) {
        return mint(who);
    }

    @Command(
            name = "list",
            description = "Show the tokens given out that have not expired, without the tokens themselves.")
    int list(@Option(names = "--all", description = "Those that have expired too.") boolean all) {
        return answer(all ? List.of("list", "--all") : List.of("list"));
    }

    @Command(name = "revoke", description = "End tokens before their time, by id or all of a subject or a time.")
    int revoke(
            @Parameters(paramLabel = "ID", arity = "0..*", description = "As list tells.") @Nullable List<String> ids,
            @Option(names = "--subject", paramLabel = "NAME", description = "All of that subject until now.") @Nullable
                    String subject,
            @Option(
                            names = "--issued-before",
                            paramLabel = "TIME",
                            description = "With its offset, for example 2026-11-29T08:00:00+08:00.")
                    @Nullable
                    String before) {
        List<String> words = new ArrayList<>(List.of("revoke"));
        if (ids != null) {
            words.addAll(ids);
        }
        add(words, "--subject", subject);
        add(words, "--issued-before", before);
        return answer(words);
    }

    private int mint(Bearer who) {
        who.requireRegionThatIs();
        return answer(who.words());
    }

    private int answer(List<String> words) {
        List<String> all = new ArrayList<>(words);
        add(all, "--data", data.path().toString());
        return io.casewire.identity.local.TokenCommand.run(all.toArray(String[]::new), out, err);
    }

    private static void add(List<String> words, String option, @Nullable String value) {
        if (value != null) {
            words.add(option + "=" + value);
        }
    }

    /** Whom a token is for. */
    static final class Bearer {
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

        @Option(
                names = "--ttl",
                paramLabel = "TIME",
                description = "How long it is good: 30m, 12h or 7d; at most 366d (default: 12h).")
        private @Nullable String ttl;

        /** A token of a region that is none would open nothing, and nobody would see why. */
        void requireRegionThatIs() {
            if (region != null && Gazetteer.standard().place(region).isEmpty()) {
                List<String> near = Gazetteer.standard().nearestRegions(region);
                throw new WrongUse(
                        near.isEmpty()
                                ? "there is no region " + region
                                : "there is no region %s; did you mean %s?"
                                        .formatted(region, String.join(" or ", near)));
            }
        }

        List<String> words() {
            List<String> words = new ArrayList<>();
            roles.forEach(role -> add(words, "--role", role));
            add(words, "--subject", subject);
            add(words, "--region", region);
            add(words, "--agency", agency);
            add(words, "--ttl", ttl);
            return words;
        }
    }
}
