package io.casewire.notify;

import static org.awaitility.Awaitility.await;

import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The service in a process of its own, to be killed. */
final class NotifyProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private NotifyProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static NotifyProcess startOn(String broker) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NotifyApplication.class.getName()));
        command.addAll(
                RunningNotify.arguments(broker, SharedStore.freshDatabase(), SharedKafka.uniquePrefix() + "notify"));
        command.add("--server.port=" + port);
        NotifyProcess started =
                new NotifyProcess(new ProcessBuilder(command).inheritIO().start(), port);
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> started.answers(), answers -> answers);
        return started;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean answers() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(url("/actuator/health/readiness")))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
