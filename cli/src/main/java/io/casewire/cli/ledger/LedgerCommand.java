package io.casewire.cli.ledger;

import io.casewire.cli.connect.DataFolder;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import io.casewire.standalone.remote.Instance;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code casewire ledger verify}: works the links of every line out anew. */
@Command(name = "ledger", description = "Verify that the history of obligations was not changed past the ledger.")
public final class LedgerCommand {
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final PrintStream out;

    @Mixin
    private DataFolder data = new DataFolder();

    public LedgerCommand(PrintStream out) {
        this.out = out;
    }

    @Command(
            name = "verify",
            description = {
                "Work out the links of all steps and notes anew, and name the first of each line that does not fit.",
                "Without --url: of the instance that runs on --data. Exit status 1: some line does not fit.",
                "The last line is a digest over the ends of all lines: kept elsewhere, it shows later that none was"
                        + " cut short."
            })
    int verify(
            @Option(
                            names = "--url",
                            paramLabel = "URL",
                            description = "Where Casewire answers, for example https://casewire.example.")
                    @Nullable
                    URI url,
            @Option(
                            names = "--token-file",
                            paramLabel = "FILE",
                            description = "A token of an auditor, a coordinator or an operator (default, with --url:"
                                    + " CASEWIRE_TOKEN in the environment).")
                    @Nullable
                    Path tokenFile)
            throws InterruptedException {
        if (url == null && tokenFile != null) {
            throw new WrongUse("--token-file belongs to --url");
        }
        try {
            return new Verification(url == null ? ofInstance() : new LedgerApi(url, token(tokenFile)), out).run();
        } catch (IOException e) {
            throw new Refused("the ledger does not answer: " + e, e);
        }
    }

    private LedgerApi ofInstance() {
        Path folder = data.path();
        // the image has no instance of one JVM, and not its classes
        if (!Files.exists(folder.resolve("standalone.json"))) {
            throw new Refused("nothing runs on " + folder + "; say where Casewire answers: --url URL");
        }
        Instance instance = Instance.in(folder)
                .orElseThrow(() -> new Refused("nothing runs on " + folder + "; start it with: casewire up"));
        Caller auditor = new Caller("casewire ledger verify", Set.of(Role.AUDITOR), null, null);
        return new LedgerApi(
                instance.service("replication"),
                TokenIssuer.in(folder.resolve("identity")).mint(auditor, TOKEN_LIFE));
    }

    private static String token(@Nullable Path file) {
        String token = System.getenv("CASEWIRE_TOKEN");
        if (file != null) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new Refused("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        if (token == null || token.isBlank()) {
            throw new WrongUse("say who asks: --token-file FILE, or CASEWIRE_TOKEN in the environment");
        }
        return token.strip();
    }
}
