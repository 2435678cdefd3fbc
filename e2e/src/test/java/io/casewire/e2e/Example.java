package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The readers of deploy/examples, run as somebody else would run them. */
enum Example {
    KCAT,
    NODE,
    NODE_OLDEST,
    PYTHON,
    JAVA,
    JAVA_OLDEST;

    static final String NO_NODE = "no Node.js here, or no clients in deploy/examples/node (npm ci)";

    private static final Path FOLDER =
            Path.of("../deploy/examples").toAbsolutePath().normalize();

    /** Skips the test, with the reason, where that client is not installed. */
    void assumeInstalled() throws IOException, InterruptedException {
        switch (this) {
            case KCAT -> assumeTrue(Observability.onThePath("kcat"), "no kcat here (Debian: apt install kcat)");
            case NODE -> assumeTrue(hasNode(), NO_NODE);
            case NODE_OLDEST ->
                assumeTrue(
                        Observability.onThePath("node")
                                && Files.isDirectory(FOLDER.resolve("node/oldest/node_modules")),
                        "no Node.js here, or no clients in deploy/examples/node/oldest (npm ci)");
            case PYTHON ->
                assumeTrue(
                        hasConfluentKafka(),
                        "no confluent_kafka for /usr/bin/python3 (Debian: apt install python3-confluent-kafka)");
            case JAVA ->
                assumeTrue(
                        Files.isDirectory(FOLDER.resolve("java/target/lib")),
                        "deploy/examples/java is not built (mvn package there)");
            case JAVA_OLDEST ->
                assumeTrue(
                        Files.isDirectory(FOLDER.resolve("java/target/lib-oldest"))
                                && olderJava().isPresent(),
                        "deploy/examples/java is not built with the oldest libraries (mvn -Poldest package there), or no Java 17 or 21"
                                + " is in /usr/lib/jvm: on Java 24 and later they do not sign in with a password");
        }
    }

    /** For accounts and topics: small letters and hyphens. */
    String shown() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean hasNode() {
        return Observability.onThePath("node") && Files.isDirectory(FOLDER.resolve("node/node_modules"));
    }

    /** What it prints of that topic with the files in that folder. */
    List<String> read(Path client, String topic) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command());
        line.add(topic);
        ProcessBuilder reader = in(folder(), line);
        reader.environment().put("CLIENT", client.toString());
        Process process = reader.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }

    private String folder() {
        return switch (this) {
            case KCAT -> "kcat";
            case NODE -> "node";
            case NODE_OLDEST -> "node/oldest";
            case PYTHON -> "python";
            case JAVA, JAVA_OLDEST -> "java";
        };
    }

    private List<String> command() throws IOException {
        return switch (this) {
            case KCAT -> List.of("./read");
            case NODE -> List.of("node", "read.mjs");
            // a link to the same file: what it imports is looked for where the link lies
            case NODE_OLDEST -> List.of("node", "--preserve-symlinks-main", "read.mjs");
            case PYTHON -> List.of("/usr/bin/python3", "read.py");
            case JAVA -> java(Path.of(System.getProperty("java.home")), "lib");
            case JAVA_OLDEST -> java(olderJava().orElseThrow(), "lib-oldest");
        };
    }

    /** One that old clients run on: their way to ask who signs in is gone since Java 24. */
    private static Optional<Path> olderJava() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.sorted()
                    .filter(folder ->
                            Files.isExecutable(folder.resolve("bin/java")) && isOlder(folder.resolve("release")))
                    .findFirst();
        }
    }

    private static boolean isOlder(Path release) {
        try {
            return Files.isRegularFile(release)
                    && Files.readString(release).lines().anyMatch(line -> line.matches("JAVA_VERSION=\"(17|21)\\b.*"));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> java(Path home, String libraries) {
        return List.of(
                home.resolve("bin/java").toString(),
                "-cp",
                "target/casewire-example.jar:target/" + libraries + "/*",
                "example.Read");
    }

    /** A command in one of the folders, in the locale of cron and systemd: names must come through there too. */
    static ProcessBuilder in(String folder, List<String> command) {
        ProcessBuilder process =
                new ProcessBuilder(command).directory(FOLDER.resolve(folder).toFile());
        process.environment().put("LC_ALL", "C");
        return process;
    }

    private static boolean hasConfluentKafka() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of("/usr/bin/python3"))
                && new ProcessBuilder("/usr/bin/python3", "-c", "import confluent_kafka")
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }
}
