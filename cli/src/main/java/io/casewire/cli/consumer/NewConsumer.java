package io.casewire.cli.consumer;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of a consumer that is added. */
final class NewConsumer {
    @Option(names = "--ledger", description = "It may also read what regions reported.")
    private boolean ledger;

    @Option(names = "--folder", paramLabel = "DIR", description = "What its client needs goes to DIR/NAME.")
    private @Nullable Path folder;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Where its password is, or goes (default: in the folder).")
    private @Nullable Path passwordFile;

    @Option(
            names = "--external",
            paramLabel = "HOST:PORT",
            description = "The listener for other systems, or CASEWIRE_EXTERNAL.")
    private @Nullable String external;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Who vouches for its certificate, or CASEWIRE_EXTERNAL_CA.")
    private @Nullable String ca;

    @Option(names = "--without-tls", description = "The listener is on loopback and speaks no TLS.")
    private boolean withoutTls;

    /** Fills in what was not said: an instance of one machine has one listener, on loopback. */
    void readFrom(String broker, Path consumers) {
        if (external == null) {
            external = broker;
            withoutTls = true;
        }
        if (folder == null) {
            folder = consumers;
        }
    }

    boolean withoutTls() {
        return withoutTls;
    }

    boolean ledger() {
        return ledger;
    }

    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    Optional<Path> passwordFile() {
        return Optional.ofNullable(passwordFile);
    }

    Optional<String> external() {
        return Optional.ofNullable(external);
    }

    Optional<String> ca() {
        return Optional.ofNullable(ca);
    }
}
