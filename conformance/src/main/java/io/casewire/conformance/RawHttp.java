package io.casewire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests byte for byte, as no client library would send them, and what is answered to them. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 60_000;

    private RawHttp() {}

    /**
     * An answer taken apart.
     *
     * @param headers names in small letters; of several lines of one name the last
     */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** The problem document it is; fails for any other answer. */
        public JsonNode problem() {
            assertThat(headers.get("content-type")).as(toString()).startsWith("application/problem+json");
            JsonNode problem = JsonMapper.shared().readTree(body);
            assertThat(problem.get("status").asInt()).as(body).isEqualTo(status);
            assertThat(problem.get("type").asString()).as(body).startsWith("urn:casewire:problem:");
            assertThat(problem.get("title").asString()).as(body).isNotBlank();
            assertThat(problem.get("detail").asString()).as(body).isNotBlank();
            return problem;
        }
    }

    /** Sends text as UTF-8, then nothing more, and reads until the server closes. */
    public static Answer send(int port, String request) throws IOException {
        return send(port, request.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes, then nothing more, and reads until the server closes. */
    public static Answer send(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (IOException refusedBeforeTheEnd) {
                // the answer says why
            }
            return read(socket.getInputStream());
        }
    }

    /** Reads one answer to its end, which is the end of the connection or the declared length. */
    public static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("No answer, only '" + head.toString(StandardCharsets.ISO_8859_1) + "'");
            }
            head.write(next);
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n", 0);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        String length = headers.get("content-length");
        byte[] body = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        return new Answer(
                Integer.parseInt(lines[0].split(" ", -1)[1]),
                headers,
                new String(
                        "chunked".equals(headers.get("transfer-encoding")) ? unchunked(body) : body,
                        StandardCharsets.UTF_8));
    }

    // a character may begin in one chunk and end in the next
    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            int size = Integer.parseInt(new String(body, at, end - at, StandardCharsets.US_ASCII), 16);
            whole.write(body, end + 2, size);
            at = end + 2 + size + 2;
        }
        return whole.toByteArray();
    }
}
