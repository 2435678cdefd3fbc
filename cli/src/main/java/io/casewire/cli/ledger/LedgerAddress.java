package io.casewire.cli.ledger;

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
import picocli.CommandLine.Option;

/** Where the ledger answers, and who asks: as the options say, else the instance that runs, in its operator's name. */
final class LedgerAddress {
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where Casewire answers, for example https://casewire.example.")
    private @Nullable URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A token of who asks (default, with --url: CASEWIRE_TOKEN in the environment).")
    private @Nullable Path tokenFile;

    /** @param subject who a change is by, where the instance's own key signs */
    LedgerTables tables(Path data, String subject, PrintStream out) {
        Access access = access(data, new Caller(subject, Set.of(Role.OPERATOR), null, null));
        return new LedgerTables(access.url(), access.token(), out);
    }

    /** @param subject who decides it, where the instance's own key signs */
    FilePurge purge(Path data, String subject, PrintStream out) {
        Access access = access(data, new Caller(subject, Set.of(Role.OPERATOR), null, null));
        return new FilePurge(new LedgerApi(access.url(), access.token()), out);
    }

    /** @param subject who reads, where the instance's own key signs */
    LedgerApi api(Path data, String subject) {
        Access access = access(data, new Caller(subject, Set.of(Role.AUDITOR), null, null));
        return new LedgerApi(access.url(), access.token());
    }

    private record Access(URI url, String token) {}

    private Access access(Path data, Caller own) {
        if (url != null) {
            return new Access(url, token());
        }
        if (tokenFile != null) {
            throw new WrongUse("--token-file belongs to --url");
        }
        // the image has no instance of one JVM, and not its classes
        if (!Files.exists(data.resolve("standalone.json"))) {
            throw new Refused("nothing runs on " + data + "; say where Casewire answers: --url URL");
        }
        Instance instance = Instance.in(data)
                .orElseThrow(() -> new Refused("nothing runs on " + data + "; start it with: casewire up"));
        return new Access(
                instance.service("replication"),
                TokenIssuer.in(data.resolve("identity")).mint(own, TOKEN_LIFE));
    }

    private String token() {
        String token = System.getenv("CASEWIRE_TOKEN");
        if (tokenFile != null) {
            try {
                return Files.readString(tokenFile).strip();
            } catch (IOException e) {
                throw new Refused("cannot read " + tokenFile + ": " + e.getMessage(), e);
            }
        }
        if (token == null || token.isBlank()) {
            throw new WrongUse("say who asks: --token-file FILE, or CASEWIRE_TOKEN in the environment");
        }
        return token.strip();
    }
}
