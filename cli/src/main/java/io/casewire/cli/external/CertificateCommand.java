package io.casewire.cli.external;

import io.casewire.cli.connect.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code casewire certificate}: gives the broker of a deployment folder a new certificate of the folder's own authority, for the
 * same names. Consumers notice nothing; the broker takes it when it starts again.
 */
@Command(
        name = "certificate",
        description = "Give Kafka's listener for other systems a new certificate of the same authority.")
public final class CertificateCommand implements Callable<Integer> {
    private final PrintStream out;

    @Option(names = "--folder", paramLabel = "DIR", description = "The deployment's folder (default: this one).")
    private Path folder = Path.of("");

    public CertificateCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Path secrets = folder.resolve("secrets");
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
