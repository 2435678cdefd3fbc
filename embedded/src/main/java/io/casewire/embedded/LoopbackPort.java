package io.casewire.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1, tried by listening on them for a moment. */
public final class LoopbackPort {
    private LoopbackPort() {}

    /**
     * Returns the port itself if it is free, or a free one for 0. Free now: somebody else may still be quicker.
     *
     * @throws PortInUse when it is taken
     */
    public static int free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new PortInUse(port);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port, e);
        }
    }
}
