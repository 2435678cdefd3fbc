package io.casewire.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's web site made of bare sockets on the loopback interface, for answers no server library would give. */
public final class WebSite implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public WebSite() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    /**
     * A request.
     *
     * @param path with its query, as it came
     * @param headers by lower-case name
     */
    public record Asked(String path, Map<String, String> headers) {}

    /** What is written for a request; the connection ends with it. */
    @FunctionalInterface
    public interface Page {
        void answer(Asked asked, OutputStream out) throws IOException, InterruptedException;

        /** A file, with a tag that follows from its bytes; asked for with that tag it is unchanged. */
        static Page of(String type, String text, String... headers) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            String tag = "\"" + Integer.toHexString(Arrays.hashCode(body)) + "\"";
            return (asked, out) -> {
                if (tag.equals(asked.headers().get("if-none-match"))) {
                    write(out, "HTTP/1.1 304 Not Modified\r\nETag: " + tag + "\r\n\r\n");
                    return;
                }
                write(
                        out,
                        "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nETag: " + tag + "\r\n" + lines(headers)
                                + "Content-Length: " + body.length + "\r\n\r\n");
                out.write(body);
            };
        }

        /** An answer without a body. */
        static Page status(int status, String... headers) {
            return raw("HTTP/1.1 " + status + " Said\r\n" + lines(headers) + "Content-Length: 0\r\n\r\n");
        }

        /** These bytes, of characters up to U+00FF. */
        static Page raw(String answer) {
            return (_, out) -> write(out, answer);
        }
    }

    /** From now on that path has that page. */
    public void put(String path, Page page) {
        pages.put(path, page);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What was asked for, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How often that path was asked for. */
    public long times(String path) {
        return asked.stream().filter(it -> it.path().equals(path)).count();
    }

    /** Connections that neither side has ended. */
    public int open() {
        return open.size();
    }

    /** Writes characters up to U+00FF as bytes. */
    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            if (!head.isEmpty()) {
                Asked request = read(head);
                asked.add(request);
                pages.getOrDefault(request.path(), Page.status(404)).answer(request, socket.getOutputStream());
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the client hung up, or the test is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static Asked read(String head) {
        String[] lines = head.split("\r\n");
        Map<String, String> headers = new HashMap<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Asked(lines[0].split(" ", -1)[1], headers);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            head.write(read);
            if (read == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }
}
