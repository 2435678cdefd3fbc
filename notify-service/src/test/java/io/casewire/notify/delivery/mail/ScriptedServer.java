package io.casewire.notify.delivery.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on the loopback interface that answers each command as a test says, and can stop in the middle. */
public final class ScriptedServer implements AutoCloseable {
    /** Answer: closes the connection without a word. */
    public static final String DROP = "drop";
    /** Answer: a byte a second and no end. */
    static final String DRIP = "drip";

    private static final String PASSWORD = "changeit";

    private final ServerSocket server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<Boolean> protectedOnes = new CopyOnWriteArrayList<>();
    private final SSLContext tls;
    private final boolean tlsFirst;

    private ScriptedServer(SSLContext tls, boolean tlsFirst) throws IOException {
        this.tls = tls;
        this.tlsFirst = tlsFirst;
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Without TLS. */
    public static ScriptedServer plain() throws Exception {
        return new ScriptedServer(SSLContext.getDefault(), false);
    }

    /** Offers STARTTLS, with a certificate that {@link #certificate} makes. */
    static ScriptedServer startTls(Path folder) throws Exception {
        ScriptedServer made = new ScriptedServer(context(folder), false);
        made.answer("EHLO", "250-scripted\r\n250 STARTTLS");
        return made;
    }

    /** Speaks TLS from the first byte. */
    static ScriptedServer tls(Path folder) throws Exception {
        return new ScriptedServer(context(folder), true);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on answers so to that command; {@code .} is the end of a message. */
    public void answer(String command, String line) {
        answers.put(command, line);
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** Of each message, whether it came over TLS. */
    List<Boolean> protectedOnes() {
        return List.copyOf(protectedOnes);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            Socket socket = tlsFirst ? secured(accepted) : accepted;
            if (said(socket, "220 scripted", "220 scripted")) {
                while (served(socket)) {
                    if (!answers.containsKey("STARTTLS") && commands.getLast().equals("STARTTLS")) {
                        socket = secured(socket);
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            // the client went
        }
    }

    private boolean served(Socket socket) throws IOException, InterruptedException {
        String line = line(socket.getInputStream());
        if (line == null) {
            return false;
        }
        commands.add(line);
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("EHLO")) {
            return said(socket, "EHLO", "250 scripted");
        } else if (command.startsWith("MAIL")) {
            return said(socket, "MAIL", "250 ok");
        } else if (command.startsWith("RCPT")) {
            return said(socket, "RCPT", "250 ok");
        } else if (command.equals("DATA")) {
            return said(socket, "DATA", "354 go on") && (answers.containsKey("DATA") || taken(socket));
        } else if (command.equals("STARTTLS")) {
            return said(socket, "STARTTLS", "220 go on");
        }
        return said(socket, command, "250 ok") && !command.equals("QUIT");
    }

    private boolean taken(Socket socket) throws IOException, InterruptedException {
        StringBuilder message = new StringBuilder();
        String line = line(socket.getInputStream());
        while (line != null && !line.equals(".")) {
            message.append(line).append('\n');
            line = line(socket.getInputStream());
        }
        messages.add(message.toString());
        protectedOnes.add(socket instanceof SSLSocket);
        return said(socket, ".", "250 taken");
    }

    private boolean said(Socket socket, String command, String otherwise) throws IOException, InterruptedException {
        String answer = answers.getOrDefault(command, otherwise);
        if (answer.equals(DROP)) {
            socket.close();
            return false;
        }
        while (answer.equals(DRIP)) {
            socket.getOutputStream().write('2');
            socket.getOutputStream().flush();
            Thread.sleep(100);
        }
        socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return true;
    }

    private Socket secured(Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, server.getLocalPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    // byte by byte: what follows STARTTLS must stay in the socket
    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return next < 0 ? null : line.toString();
    }

    /** The file with the certificate of servers with TLS of that folder. */
    static Path certificate(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("server.pem");
        keytool(
                "-exportcert",
                "-rfc",
                "-file",
                file.toString(),
                "-keystore",
                keys(folder).toString());
        return file;
    }

    private static SSLContext context(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys(folder))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static Path keys(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("server.p12");
        if (!Files.exists(file)) {
            keytool(
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=127.0.0.1",
                    "-ext",
                    "SAN=IP:127.0.0.1",
                    "-keystore",
                    file.toString());
        }
        return file;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new CopyOnWriteArrayList<>(List.of(arguments));
        command.addFirst(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String all = String.join("\n", said.lines().toList());
            if (process.waitFor() != 0) {
                throw new IOException(all);
            }
        }
    }
}
