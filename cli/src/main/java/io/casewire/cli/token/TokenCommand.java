package io.casewire.cli.token;

import io.casewire.cli.connect.DataFolder;
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
        Person.add(words, "--subject", subject);
        Person.add(words, "--issued-before", before);
        return answer(words);
    }

    private int mint(Bearer who) {
        who.requireRegionThatIs();
        return answer(who.words());
    }

    private int answer(List<String> words) {
        List<String> all = new ArrayList<>(words);
        Person.add(all, "--data", data.path().toString());
        return io.casewire.identity.local.TokenCommand.run(all.toArray(String[]::new), out, err);
    }

    /** Whom a token is for, and for how long. */
    static final class Bearer {
        @Mixin
        private Person person = new Person();

        @Option(
                names = "--ttl",
                paramLabel = "TIME",
                description = "How long it is good: 30m, 12h or 7d; at most 366d (default: 12h).")
        private @Nullable String ttl;

        void requireRegionThatIs() {
            person.requireRegionThatIs();
        }

        List<String> words() {
            List<String> words = person.words();
            Person.add(words, "--ttl", ttl);
            return words;
        }
    }
}
