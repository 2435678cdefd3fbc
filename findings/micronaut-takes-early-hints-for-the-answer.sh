#!/usr/bin/env bash
# Micronaut's HTTP client 5.0.2 takes an informational answer for the answer: of "103 Early Hints" or "102 Processing" followed by 200 it
# gives 103 or 102 without a body, on HTTP/1.1. RFC 9110, section 15.2: a client must be able to parse 1xx before the final one and may
# ignore them. 100 is skipped; the JDK's client skips all three.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>look</groupId><artifactId>look</artifactId><version>1</version>
    <dependencies>
        <dependency><groupId>io.micronaut</groupId><artifactId>micronaut-http-client</artifactId><version>5.0.2</version></dependency>
        <dependency><groupId>io.micronaut.serde</groupId><artifactId>micronaut-serde-jackson</artifactId><version>3.0.0</version></dependency>
    </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

class Look {
    static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\ntaken";

    public static void main(String[] arguments) throws Exception {
        boolean changed = false;
        changed |= look("103 Early Hints", "Link: </style.css>; rel=preload\r\n", 103);
        changed |= look("102 Processing", "", 102);
        changed |= look("100 Continue", "", 200);
        System.exit(changed ? 1 : 0);
    }

    static boolean look(String informational, String header, int expected) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            byte[] bytes = ("HTTP/1.1 " + informational + "\r\n" + header + "\r\n" + ANSWER).getBytes(StandardCharsets.US_ASCII);
            Thread.ofVirtual().start(() -> serve(server, bytes));
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            int micronaut;
            try (HttpClient client = HttpClient.create(address.toURL())) {
                micronaut = client.toBlocking().exchange(HttpRequest.GET("/"), String.class).code();
            }
            int jdk = java.net.http.HttpClient.newHttpClient()
                    .send(java.net.http.HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .statusCode();
            System.out.printf("%s, then 200: Micronaut's client says %d, the JDK's %d%n", informational, micronaut, jdk);
            if (micronaut != expected || jdk != 200) {
                System.out.printf("CHANGED: expected %d and 200%n", expected);
                return true;
            }
            return false;
        }
    }

    static void serve(ServerSocket server, byte[] bytes) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                Thread.sleep(200);
            } catch (IOException | InterruptedException e) {
                return;
            }
        }
    }
}
JAVA
ls lib | grep -E '^micronaut-http-client'
java -cp "lib/*" Look.java 2>/dev/null
