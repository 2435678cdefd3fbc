package io.casewire.cli.deployment;

import io.casewire.cli.connect.WrongUse;
import io.casewire.cli.external.ExternalAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code init} for the broker's listener for other systems. */
final class ExternalOptions {
    @Option(
            names = "--external",
            paramLabel = "HOST[:PORT]",
            description = "Let other systems read Kafka there, over TLS.")
    private @Nullable String external;

    @Option(
            names = "--external-address",
            paramLabel = "A",
            description = "The listener's port is published on (default: 127.0.0.1).")
    private @Nullable String address;

    @Option(
            names = "--external-name",
            paramLabel = "NAME",
            description = "One more name or address for the certificate; may be repeated.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--external-certificate",
            paramLabel = "FILE",
            description = "A certificate of your own, PEM, with its chain.")
    private @Nullable Path certificate;

    @Option(names = "--external-key", paramLabel = "FILE", description = "Its key, PEM, without a passphrase.")
    private @Nullable Path key;

    @Option(
            names = "--external-ca",
            paramLabel = "FILE",
            description = "Who vouches for it, where consumers do not trust them already.")
    private @Nullable Path authority;

    /** @throws WrongUse where details are given and no listener, or half a certificate */
    Optional<ExternalListener> listener(String loopback) {
        if (external == null) {
            if (!names.isEmpty()
                    || Stream.of(address, certificate, key, authority).anyMatch(option -> option != null)) {
                throw new WrongUse("--external-… belongs to --external");
            }
            return Optional.empty();
        }
        Path chain = certificate;
        Path secret = key;
        if ((chain == null) != (secret == null) || (authority != null && secret == null)) {
            throw new WrongUse("a certificate of your own is --external-certificate and --external-key");
        }
        Optional<ExternalListener.Supplied> supplied = chain == null || secret == null
                ? Optional.empty()
                : Optional.of(new ExternalListener.Supplied(chain, secret));
        return Optional.of(new ExternalListener(
                ExternalAddress.parse(external),
                address == null ? loopback : address,
                names,
                supplied,
                Optional.ofNullable(authority)));
    }
}
