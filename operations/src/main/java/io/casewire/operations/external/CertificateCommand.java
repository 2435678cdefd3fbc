package io.casewire.operations.external;

import io.casewire.operations.connect.Arguments;
import io.casewire.operations.connect.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * {@code certificate}: gives the broker of a deployment folder a new certificate of the folder's own authority, for the same
 * names. Consumers notice nothing; the broker takes it when it starts again.
 */
public final class CertificateCommand {
    public static final String USAGE = "certificate --folder DIR";

    private CertificateCommand() {}

    /** Exits with 0, as what cannot be done is told by an exception. */
    public static int run(List<String> command, PrintStream out) {
        Arguments arguments = Arguments.parse(command, Set.of("--folder"), Set.of());
        arguments.requirePlain(0, USAGE);
        Path secrets = Path.of(arguments.value("--folder").orElse(".")).resolve("secrets");
        Path authority = secrets.resolve("authority/authority.pem");
        Path broker = secrets.resolve("kafka/external.pem");
        if (!Files.exists(authority)) {
            throw new Refused("there is no " + authority
                    + ": the certificate of the listener for other systems is your own, or there is no such listener");
        }
        List<String> names = SuppliedCertificate.names(
                SuppliedCertificate.certificates(broker).getFirst());
        ServerCertificate made =
                CertificateAuthority.of(SuppliedCertificate.keyStore(authority)).issue(names);
        replace(broker, made.keyStore());
        X509Certificate certificate = made.chain().getFirst();
        out.printf(
                "The certificate for %s is good until %s. Kafka takes it when it is restarted.%n",
                String.join(", ", names), certificate.getNotAfter().toInstant());
        return 0;
    }

    private static void replace(Path file, String content) {
        Path next = file.resolveSibling("external.pem.new");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, content);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refused("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
