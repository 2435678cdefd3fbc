package io.casewire.cli.deployment;

import io.casewire.cli.external.CertificateAuthority;
import io.casewire.cli.external.ExternalAddress;
import io.casewire.cli.external.SuppliedCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    ExternalListener {
        names = List.copyOf(names);
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
