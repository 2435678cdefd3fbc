package io.casewire.cli.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The health command of every image, which have no shell: {@code http://host:port/path} is well when it answers 200,
 * {@code tcp://host:port} when it accepts a connection. Stands alone, as it is copied into images of all services, and uses a
 * plain socket, as it is started every few seconds.
 */
public final class Probe {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final String WELL = " 200 ";

    private Probe() {}

    /** Ends with 0 when the server is well, with 1 otherwise. */
    public static void main(String[] arguments) {
        System.exit(arguments.length == 1 && isWell(URI.create(arguments[0])) ? 0 : 1);
    }

    /** Whether the server answers, and well, within a few seconds. */
    public static boolean isWell(URI server) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return switch (server.getScheme()) {
                case "tcp" -> true;
                case "http" -> answersWell(socket, server);
                default -> false;
            };
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answersWell(Socket socket, URI server) throws IOException {
        String request = "GET " + server.getRawPath() + " HTTP/1.1\r\nHost: " + server.getRawAuthority()
                + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream answer = socket.getInputStream();
        byte[] statusLine = answer.readNBytes("HTTP/1.1 200 ".length());
        return new String(statusLine, StandardCharsets.US_ASCII).contains(WELL);
    }
}
