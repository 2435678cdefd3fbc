package io.casewire.cli.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.cli.connect.WrongUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InitCommandTests {
    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void onlyTheOwnerReadsAnything() throws IOException {
        Path folder = temporary.resolve("deployment");

        assertThat(init(folder.toString(), "--external", "kafka.example.org", "--observability"))
                .isZero();

        for (Path path : all(folder)) {
            String modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            assertThat(modes).as(path.toString()).endsWith("------");
        }
    }

    @Test
    void noContainerRunsAsRoot() throws IOException {
        Path folder = temporary.resolve("deployment");
        init(folder.toString());

        assertThat(Files.readString(folder.resolve(".env")))
                .containsPattern("CASEWIRE_USER=[1-9][0-9]*:[0-9]+")
                .doesNotContainIgnoringCase("password");
    }

    @Test
    void secretsDifferFromDeploymentToDeploymentAndFromServiceToService() throws IOException {
        Path one = temporary.resolve("one");
        Path other = temporary.resolve("other");
        init(one.toString());
        init(other.toString());
        List<String> passwords = new ArrayList<>();
        for (Path folder : List.of(one, other)) {
            for (Path file : all(folder.resolve("secrets"))) {
                String name = file.getFileName().toString();
                if (name.contains("password-") || name.equals("keyfile")) {
                    passwords.add(Files.readString(file));
                }
            }
        }

        assertThat(passwords).hasSize(2 * (4 + 4 + 1)).doesNotHaveDuplicates();
    }

    @Test
    void noSecretIsInAComposeFileOrTheEnvironment() throws IOException {
        Path folder = temporary.resolve("deployment");
        init(folder.toString(), "--trial-store");
        String visible = Files.readString(folder.resolve(".env"))
                + Files.readString(folder.resolve("compose.yaml"))
                + Files.readString(folder.resolve("compose.trial-store.yaml"))
                + out.toString(StandardCharsets.UTF_8);

        Set<String> secrets = new TreeSet<>();
        for (Path file : all(folder.resolve("secrets/setup"))) {
            if (file.getFileName().toString().contains("password")) {
                secrets.add(Files.readString(file));
            }
        }
        assertThat(secrets).isNotEmpty();
        assertThat(visible).doesNotContain(secrets.toArray(String[]::new));
    }

    @Test
    void theListenerForOtherSystemsIsOnLoopbackUnlessToldOtherwise() throws IOException {
        Path closed = temporary.resolve("closed");
        Path open = temporary.resolve("open");
        init(closed.toString(), "--external", "kafka.example.org");
        init(open.toString(), "--external", "kafka.example.org:19095", "--external-address", "10.20.0.9");

        assertThat(Files.readString(closed.resolve(".env")))
                .contains("compose.external.yaml", "CASEWIRE_EXTERNAL=kafka.example.org:9095\n")
                .contains("CASEWIRE_EXTERNAL_ADDRESS=127.0.0.1\n", "CASEWIRE_EXTERNAL_PORT=9095\n");
        assertThat(Files.readString(open.resolve(".env")))
                .contains("CASEWIRE_EXTERNAL_ADDRESS=10.20.0.9\n", "CASEWIRE_EXTERNAL_PORT=19095\n");
        assertThat(Files.readString(open.resolve("secrets/kafka/server.properties")))
                .contains("EXTERNAL://0.0.0.0:9095", "EXTERNAL://kafka.example.org:19095", "EXTERNAL:SASL_SSL");
    }

    @Test
    void withoutOneThereIsNoListenerForOtherSystems() throws IOException {
        Path folder = temporary.resolve("deployment");
        init(folder.toString());

        assertThat(Files.readString(folder.resolve("secrets/kafka/server.properties")))
                .doesNotContain("EXTERNAL://", "external.pem");
        assertThat(folder.resolve("compose.external.yaml")).doesNotExist();
        assertThat(folder.resolve("secrets/kafka/external.pem")).doesNotExist();
    }

    @Test
    void theAuthoritysKeyIsWhereNoContainerSeesIt() throws IOException {
        Path folder = temporary.resolve("deployment");
        init(folder.toString(), "--external", "kafka.example.org");

        assertThat(folder.resolve("secrets/authority/authority.pem")).content().contains("PRIVATE KEY");
        assertThat(folder.resolve("secrets/setup/ca.pem")).content().doesNotContain("PRIVATE KEY");
        assertThat(Files.readString(folder.resolve("compose.yaml"))
                        + Files.readString(folder.resolve("compose.external.yaml")))
                .doesNotContain("secrets/authority", "./secrets:", "./:");
    }

    @Test
    void whatWatchesIsWrittenWholeWithItsSecrets() throws IOException {
        Path folder = temporary.resolve("deployment");
        init(folder.toString(), "--observability");

        assertThat(Files.readString(folder.resolve(".env"))).contains("compose.observability.yaml");
        assertThat(Files.readString(folder.resolve("secrets/prometheus/console-token")))
                .isEqualTo(Files.readString(folder.resolve("secrets/console/casewire.status.metrics-token")));
        assertThat(folder.resolve("secrets/grafana/admin-password")).isNotEmptyFile();
        Path source = Path.of("../deploy/observability");
        for (Path file : all(source)) {
            if (Files.isRegularFile(file) && !file.endsWith("alerts.test.yml")) {
                assertThat(folder.resolve("observability").resolve(source.relativize(file)))
                        .hasSameTextualContentAs(file);
            }
        }
    }

    @Test
    void anInboxIsNamedWhereItWasAskedForOnly() throws IOException {
        Path with = temporary.resolve("with");
        Path without = temporary.resolve("without");
        init(with.toString(), "--inbox", "/srv/收件箱");
        init(without.toString());

        assertThat(Files.readString(with.resolve(".env"))).contains("compose.inbox.yaml", "CASEWIRE_INBOX=/srv/收件箱\n");
        assertThat(with.resolve("compose.inbox.yaml")).content().contains("${CASEWIRE_INBOX:?");
        assertThat(Files.readString(without.resolve(".env"))).doesNotContain("INBOX", "inbox");
        assertThat(init("x", "--inbox", "/srv/$HOME")).isEqualTo(2);
    }

    @Test
    void anIssuerIsNamedWithItsClientAndTheSecretIsInNoEnvironment() throws IOException {
        Path secret = Files.writeString(temporary.resolve("given"), "invented-secret\n");
        Path folder = temporary.resolve("issuer");
        init(
                folder.toString(),
                "--issuer=https://id.example.gov.cn/realms/office",
                "--issuer-client=casewire-console",
                "--issuer-client-secret=" + secret);

        assertThat(Files.readString(folder.resolve(".env")))
                .contains("compose.issuer.yaml", "CASEWIRE_ISSUER=https://id.example.gov.cn/realms/office\n")
                .contains("CASEWIRE_ISSUER_CLIENT=casewire-console\n")
                .doesNotContain("invented-secret");
        assertThat(folder.resolve("secrets/console/issuer-client-secret")).hasContent("invented-secret");
        assertThat(folder.resolve("compose.issuer.yaml")).exists();
        assertThat(init("x", "--issuer=http://id.example.gov.cn")).isEqualTo(2);
        assertThat(init("x", "--issuer-client=a")).isEqualTo(2);
        assertThat(init("x", "--issuer=https://id.example.gov.cn", "--issuer-client=$(a)"))
                .isEqualTo(2);
        assertThat(init("x", "--issuer=https://id.example.gov.cn", "--issuer-client-secret=/nowhere"))
                .isEqualTo(2);
    }

    @Test
    void aFolderWithADeploymentIsLeftAlone() throws IOException {
        Path folder = temporary.resolve("deployment");
        init(folder.toString());
        String before = Files.readString(folder.resolve("secrets/kafka/server.properties"));

        assertThat(init(folder.toString())).isEqualTo(1);

        assertThat(Files.readString(folder.resolve("secrets/kafka/server.properties")))
                .isEqualTo(before);
    }

    @Test
    void theFolderHasACommandOfItsOwn() throws IOException, InterruptedException {
        Path folder = temporary.resolve("deployment");
        init(folder.toString(), "--trial-store");
        Path command = folder.resolve("casewire");

        assertThat(Files.isExecutable(command)).isTrue();
        Process help = new ProcessBuilder(command.toString(), "--help").start();
        String text = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(help.waitFor()).as(text).isZero();
        assertThat(text).contains("backup DIR", "restore DIR", "token", "consumer add", "doctor");
        assertThat(new ProcessBuilder(command.toString(), "nonsense").start().waitFor())
                .isEqualTo(1);
    }

    @Test
    void theCommandLineIsExplainedWhenItIsWrong() {
        assertThat(init()).isEqualTo(2);
        assertThat(init("x", "--port", "99999")).isEqualTo(2);
        assertThat(init("x", "--nonsense")).isEqualTo(2);
        assertThat(init("x", "--external", "no host")).isEqualTo(2);
        assertThat(init("x", "--external-address", "10.20.0.9")).isEqualTo(2);
        assertThat(init("x", "--external", "host", "--external-key", "key.pem")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--nonsense");
    }

    private int init(String... arguments) {
        return new CommandLine(new InitCommand("1.2.3", new PrintStream(out, true, StandardCharsets.UTF_8)))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((problem, _, _) -> problem instanceof WrongUse ? 2 : 1)
                .execute(arguments);
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder)).toList();
        }
    }
}
