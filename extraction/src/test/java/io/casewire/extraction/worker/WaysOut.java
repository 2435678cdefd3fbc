package io.casewire.extraction.worker;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Asks for what a process would speak to others with; nothing is ever connected but to this machine. */
final class WaysOut {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private WaysOut() {}

    /** The name of each way with {@code refused}, or with what it gave. */
    static List<String> tried() {
        Map<String, Callable<AutoCloseable>> ways = new LinkedHashMap<>();
        ways.put("socket", () -> new Socket(HERE, 9));
        ways.put("server socket", () -> new ServerSocket(0, 1, HERE));
        ways.put("datagram socket", () -> new DatagramSocket(0, HERE));
        ways.put("multicast socket", () -> new MulticastSocket(new InetSocketAddress(HERE, 0)));
        ways.put("socket channel", SocketChannel::open);
        ways.put("socket channel of IPv4", () -> SocketChannel.open(StandardProtocolFamily.INET));
        ways.put("socket channel of a file", () -> SocketChannel.open(StandardProtocolFamily.UNIX));
        ways.put("server socket channel", ServerSocketChannel::open);
        ways.put("datagram channel", DatagramChannel::open);
        ways.put("asynchronous channel", AsynchronousSocketChannel::open);
        ways.put("HTTP client", () -> HttpClient.newBuilder().build());
        ways.put("URL", () -> URI.create("http://127.0.0.1:9/").toURL().openStream());
        ways.put("name", () -> found(InetAddress.getAllByName("casewire.invalid").length));
        return ways.entrySet().stream()
                .map(way -> way.getKey() + ": " + of(way.getValue()))
                .toList();
    }

    private static AutoCloseable found(int addresses) {
        return () -> {
            if (addresses > 0) {
                throw new IllegalStateException("a name has " + addresses + " addresses");
            }
        };
    }

    private static String of(Callable<AutoCloseable> way) {
        try (AutoCloseable opened = way.call()) {
            return opened.toString();
        } catch (IOException e) {
            return refused(e) ? "refused" : e.toString();
        } catch (Exception | Error e) {
            return refused(e) ? "refused" : e.toString();
        }
    }

    private static boolean refused(Throwable e) {
        return String.valueOf(e.getMessage()).contains("no network")
                || (e.getCause() != null && e.getCause() != e && refused(e.getCause()));
    }
}
