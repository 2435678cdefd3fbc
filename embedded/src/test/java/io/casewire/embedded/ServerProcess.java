package io.casewire.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A broker or store in a JVM of its own, so that it can be killed. Ends with the test's JVM in any case. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String address;

    private ServerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param kind {@code kafka} or {@code store} */
    static ServerProcess start(String kind, Path directory) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        kind,
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("address ")) {
                return new ServerProcess(process, line.substring("address ".length()));
            }
        }
        throw new IOException("The server process ended before it was ready");
    }

    String address() {
        return address;
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[1]);
        String address = args[0].equals("kafka")
                ? EmbeddedKafka.start(directory).bootstrapServers()
                : EmbeddedStore.open(directory, 0).connectionString();
        System.out.println("address " + address);
        // our parent's end closes this stream
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }
}
