package io.casewire.operations.deployment;

import io.casewire.operations.connect.Arguments;
import io.casewire.operations.connect.WrongUse;
import io.casewire.operations.external.CertificateAuthority;
import io.casewire.operations.external.ExternalAddress;
import io.casewire.operations.external.SuppliedCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code init} was told of the listener for other systems.
 *
 * @param address what the broker tells clients
 * @param publishedOn address of this machine the port is published on
 * @param names more names and addresses of this machine for the certificate made here
 * @param supplied the operator's certificate and key, instead of one made here
 * @param authority of the supplied certificate; absent where consumers trust it already
 */
record ExternalListener(
        ExternalAddress address,
        String publishedOn,
        List<String> names,
        Optional<Supplied> supplied,
        Optional<Path> authority) {
    private static final String WHERE = "--external";
    private static final String ADDRESS = "--external-address";
    private static final String NAME = "--external-name";
    private static final String CERTIFICATE = "--external-certificate";
    private static final String KEY = "--external-key";
    private static final String AUTHORITY = "--external-ca";
    private static final Set<String> DETAILS = Set.of(ADDRESS, NAME, CERTIFICATE, KEY, AUTHORITY);

    ExternalListener {
        names = List.copyOf(names);
    }

    /** These options and ours; each takes a value. */
    static Set<String> with(Set<String> options) {
        Set<String> all = new HashSet<>(options);
        all.addAll(DETAILS);
        all.add(WHERE);
        return all;
    }

    /** @throws WrongUse with a sentence for the user */
    static Optional<ExternalListener> of(Arguments arguments, String loopback) {
        Optional<String> where = arguments.value(WHERE);
        if (where.isEmpty()) {
            DETAILS.stream().filter(arguments::has).findAny().ifPresent(detail -> {
                throw new WrongUse(detail + " belongs to " + WHERE);
            });
            return Optional.empty();
        }
        if (arguments.has(CERTIFICATE) != arguments.has(KEY) || (arguments.has(AUTHORITY) && !arguments.has(KEY))) {
            throw new WrongUse("a certificate of your own is " + CERTIFICATE + " and " + KEY);
        }
        return Optional.of(new ExternalListener(
                ExternalAddress.parse(where.get()),
                arguments.value(ADDRESS).orElse(loopback),
                arguments.all(NAME),
                arguments
                        .value(CERTIFICATE)
                        .map(chain -> new Supplied(
                                Path.of(chain), Path.of(arguments.value(KEY).orElseThrow()))),
                arguments.value(AUTHORITY).map(Path::of)));
    }

    /** Writes the broker's key and certificate, and what consumers are given to trust it. */
    void writeTo(PrivateFolder folder) throws IOException {
        if (supplied.isPresent()) {
            Supplied files = supplied.get();
            folder.file(
                    "secrets/kafka/external.pem",
                    SuppliedCertificate.read(files.chain(), files.key(), address.host())
                            .keyStore());
            if (authority.isPresent()) {
                folder.file("secrets/setup/ca.pem", SuppliedCertificate.authorities(authority.get()));
            }
        } else {
            CertificateAuthority own = CertificateAuthority.create("Casewire at " + address.host());
            List<String> hosts = new ArrayList<>(List.of(address.host()));
            hosts.addAll(names);
            folder.file("secrets/kafka/external.pem", own.issue(hosts).keyStore());
            folder.file("secrets/setup/ca.pem", own.certificatePem());
            // no container sees it
            folder.directory("secrets/authority");
            folder.file("secrets/authority/authority.pem", own.keyStore());
        }
    }

    /** Lines of {@code .env}. */
    Map<String, String> environment() {
        return Map.of(
                "CASEWIRE_EXTERNAL", address.toString(),
                "CASEWIRE_EXTERNAL_ADDRESS", publishedOn,
                "CASEWIRE_EXTERNAL_PORT", Integer.toString(address.port()));
    }

    /**
     * Files of the operator, PEM.
     *
     * @param chain the broker's certificate first
     * @param key without a passphrase
     */
    record Supplied(Path chain, Path key) {}
}
