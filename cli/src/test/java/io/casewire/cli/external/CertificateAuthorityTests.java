package io.casewire.cli.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.cli.Tool;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTests {
    private static final CertificateAuthority AUTHORITY = CertificateAuthority.create("Casewire at kafka.example.org");

    @TempDir
    private Path folder;

    @Test
    void theBrokersCertificateIsForItsNamesAndVouchedForByTheAuthority() throws Exception {
        X509Certificate broker = AUTHORITY
                .issue(List.of("kafka.example.org", "10.20.0.9", "fd00::9"))
                .chain()
                .getFirst();

        broker.verify(AUTHORITY.certificate().getPublicKey());
        assertThat(broker.getSubjectAlternativeNames().stream()
                        .map(List::getLast)
                        .map(String::valueOf))
                .containsExactlyInAnyOrder("kafka.example.org", "10.20.0.9", "fd00:0:0:0:0:0:0:9");
        assertThat(broker.getBasicConstraints()).isEqualTo(-1);
        assertThat(broker.getNotAfter().toInstant()).isAfter(Instant.now().plus(Duration.ofDays(1000)));
        assertThat(broker.getNotBefore().toInstant()).isBefore(Instant.now());
        assertThat(AUTHORITY.certificate().getBasicConstraints()).isZero();
    }

    @Test
    void whatIsNoHostIsRefused() {
        for (String host : List.of("", "a b", "a,dns:evil.example", "-x", "a..b", "http://x")) {
            assertThatThrownBy(() -> AUTHORITY.issue(List.of(host))).as(host).isInstanceOf(WrongUse.class);
        }
    }

    @Test
    void aSuppliedCertificateHasToFitItsKeyAndTheHost() throws IOException {
        ServerCertificate one = AUTHORITY.issue(List.of("kafka.example.org", "10.20.0.9"));
        ServerCertificate other = AUTHORITY.issue(List.of("other.example.org"));
        Path chain = write("chain.pem", ServerCertificate.pem(one.chain()));
        Path key =
                write("key.pem", ServerCertificate.pem("PRIVATE KEY", one.key().getEncoded()));
        Path foreign = write(
                "foreign.pem", ServerCertificate.pem("PRIVATE KEY", other.key().getEncoded()));
        Path locked = write("locked.pem", ServerCertificate.pem("ENCRYPTED PRIVATE KEY", new byte[] {1}));

        assertThat(SuppliedCertificate.read(chain, key, "kafka.example.org").keyStore())
                .isEqualTo(one.keyStore());
        assertThatCode(() -> SuppliedCertificate.read(chain, key, "10.20.0.9")).doesNotThrowAnyException();
        assertThatThrownBy(() -> SuppliedCertificate.read(chain, key, "elsewhere.example.org"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not for elsewhere.example.org");
        assertThatThrownBy(() -> SuppliedCertificate.read(chain, foreign, "kafka.example.org"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not belong");
        assertThatThrownBy(() -> SuppliedCertificate.read(chain, locked, "kafka.example.org"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("openssl pkcs8");
        assertThatThrownBy(() -> SuppliedCertificate.read(key, key, "kafka.example.org"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("certificate");
    }

    @Test
    void aNewCertificateIsForTheSameNamesAndOfTheSameAuthority() throws Exception {
        Path deployment = folder.resolve("deployment");
        assertThat(Tool.run(
                                "init",
                                deployment.toString(),
                                "--external",
                                "kafka.example.org",
                                "--external-name",
                                "10.20.0.9")
                        .status())
                .isZero();
        Path file = deployment.resolve("secrets/kafka/external.pem");
        X509Certificate before = SuppliedCertificate.certificates(file).getFirst();

        Tool renewed = Tool.run("certificate", "--folder", deployment.toString());

        assertThat(renewed.status()).as(renewed.said()).isZero();
        X509Certificate after = SuppliedCertificate.certificates(file).getFirst();
        assertThat(after.getSerialNumber()).isNotEqualTo(before.getSerialNumber());
        assertThat(SuppliedCertificate.names(after)).containsExactly("kafka.example.org", "10.20.0.9");
        after.verify(SuppliedCertificate.certificates(deployment.resolve("secrets/setup/ca.pem"))
                .getFirst()
                .getPublicKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Tool.run("certificate", "--folder", folder.toString()).status())
                .isEqualTo(1);
    }

    @Test
    void anAddressIsAHostAndAPort() {
        assertThat(ExternalAddress.parse("Kafka.Example.org")).hasToString("kafka.example.org:9095");
        assertThat(ExternalAddress.parse("10.0.0.1:19095")).hasToString("10.0.0.1:19095");
        assertThat(ExternalAddress.parse("[fd00::9]:1")).hasToString("[fd00::9]:1");
        assertThat(ExternalAddress.parse("[fd00::9]")).isEqualTo(new ExternalAddress("fd00::9", 9095));
        for (String wrong :
                List.of("", ":1", "host:", "host:0", "host:65536", "host:x", "a_b", "[::1", "[::1]9", "a b")) {
            assertThatThrownBy(() -> ExternalAddress.parse(wrong)).as(wrong).isInstanceOf(WrongUse.class);
        }
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
