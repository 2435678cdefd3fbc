package io.casewire.extraction.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps a process off the network: a document that names an address (an entity, a link, a font) must not make a
 * library ask there. Sockets are refused by factories, channels and names by providers that the JVM is told of at its start.
 */
final class Isolation {
    private static final String RESOLVERS = "META-INF/services/java.net.spi.InetAddressResolverProvider";

    private Isolation() {}

    /** What the JVM of the process is started with. */
    static List<String> options() {
        return List.of(
                "-Djava.nio.channels.spi.SelectorProvider=" + NoSelectors.class.getName(),
                "-Djava.nio.channels.spi.AsynchronousChannelProvider=" + NoAsynchronousChannels.class.getName());
    }

    /**
     * Writes what the class path of the process has to begin with. It is not in our own jar, as it would keep everybody who has that on the
     * class path from resolving names.
     */
    static void writeProviders(Path folder) throws IOException {
        Path file = folder.resolve(RESOLVERS);
        Files.createDirectories(file.getParent());
        Files.writeString(file, NoNames.class.getName(), StandardCharsets.US_ASCII);
    }

    /** Refuses from here on, in this process. */
    @SuppressWarnings("deprecation") // deprecated as nobody should need it; a process that may have no socket does
    static void begin() throws IOException {
        Socket.setSocketImplFactory(NoSocket::new);
        ServerSocket.setSocketFactory(NoSocket::new);
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw new UncheckedIOException(refused());
        });
    }

    static SocketException refused() {
        return new SocketException("There is no network for who takes files apart");
    }
}
