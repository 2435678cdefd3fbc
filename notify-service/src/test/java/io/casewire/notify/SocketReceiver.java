package io.casewire.notify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody's webhook made of bare sockets on the loopback interface, for answers no server library would give. It
 * remembers what was posted and counts the bytes of answers it could get rid of.
 */
public final class SocketReceiver implements AutoCloseable {
    /** Small, so that what is written has left for the other side but for this much. */
    public static final int SEND_BUFFER_BYTES = 16 * 1024;

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)");

    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Behaviour behaviour;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();
    private final List<String> posts = new CopyOnWriteArrayList<>();

    /** Behaves so on each connection. */
    public SocketReceiver(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        Thread.ofVirtual().start(this::accept);
    }

    /** Reads each request whole before it gives that answer; the connection ends when the answer says so or the client does. */
    public static SocketReceiver answering(Answer answer) throws IOException {
        return new SocketReceiver(connection -> {
            while (connection.request()) {
                answer.to(connection);
            }
        });
    }

    /** The URL of that path. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    /** The bodies that were posted, in order. */
    public List<String> posts() {
        return List.copyOf(posts);
    }

    /** How many connections were made. */
    public int connections() {
        return accepted.get();
    }

    /** How many connections neither side has ended. */
    public int open() {
        return open.size();
    }

    /** Bytes it wrote, of which up to {@link #SEND_BUFFER_BYTES} a connection may not have left. */
    public long written() {
        return written.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                socket.setSendBufferSize(SEND_BUFFER_BYTES);
                open.add(socket);
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            behaviour.on(new Connection(socket));
        } catch (IOException e) {
            // the client hung up, or the test is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    /** What it does with a connection; it is closed at the end. */
    @FunctionalInterface
    public interface Behaviour {
        void on(Connection connection) throws IOException, InterruptedException;
    }

    /** What it writes after a request was read. */
    @FunctionalInterface
    public interface Answer {
        void to(Connection connection) throws IOException, InterruptedException;

        /** These pieces, with a pause before each but the first. */
        static Answer pieces(long pauseMillis, String... pieces) {
            return connection -> {
                for (int i = 0; i < pieces.length; i++) {
                    if (i > 0) {
                        connection.pause(pauseMillis);
                    }
                    connection.send(pieces[i]);
                }
            };
        }

        /** As this, then ends the connection. */
        default Answer thenClose() {
            return connection -> {
                to(connection);
                connection.end();
            };
        }

        /** As this, then nothing more, until the client hangs up. */
        default Answer thenNothing() {
            return connection -> {
                to(connection);
                connection.awaitHangUp();
            };
        }

        /** As this, then that piece again and again, as fast as it goes. */
        default Answer thenForEver(String piece) {
            byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
            return connection -> {
                to(connection);
                while (true) {
                    connection.send(bytes);
                }
            };
        }

        /** As this, then that piece again and again, with a pause before each. */
        default Answer thenDripping(long pauseMillis, String piece) {
            return connection -> {
                to(connection);
                while (true) {
                    connection.pause(pauseMillis);
                    connection.send(piece);
                }
            };
        }
    }

    /** One connection, from the receiver's side. */
    public final class Connection {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        /** Reads the next request; false when the client hung up instead. */
        public boolean request() throws IOException {
            String head = head();
            if (head.isEmpty()) {
                return false;
            }
            Matcher length = LENGTH.matcher(head);
            posts.add(new String(
                    in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0), StandardCharsets.UTF_8));
            return true;
        }

        /** Reads the head of the next request and leaves its body where it is. */
        public String head() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int read = in.read();
            while (read >= 0) {
                head.write(read);
                if (read == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    return head.toString(StandardCharsets.ISO_8859_1);
                }
                read = in.read();
            }
            return "";
        }

        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        public void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            written.addAndGet(bytes.length);
        }

        public void pause(long millis) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(millis);
        }

        /** Reads on until the client hangs up. */
        public void awaitHangUp() throws IOException {
            while (in.read() >= 0) {
                // what comes does not matter
            }
        }

        /** Ends the connection in order. */
        public void end() throws IOException {
            socket.close();
        }

        /** Breaks the connection off: the client sees a reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
