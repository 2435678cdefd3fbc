package io.casewire.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;

/** A socket that cannot be made. */
final class NoSocket extends SocketImpl {
    @Override
    protected void create(boolean stream) throws IOException {
        throw Isolation.refused();
    }

    @Override
    protected void connect(String host, int port) throws IOException {
        throw Isolation.refused();
    }

    @Override
    protected void connect(InetAddress address, int port) throws IOException {
        throw Isolation.refused();
    }

    @Override
    protected void connect(SocketAddress address, int timeout) throws IOException {
        throw Isolation.refused();
    }

    @Override
    protected void bind(InetAddress host, int port) throws IOException {
        throw Isolation.refused();
    }

    @Override
    protected void listen(int backlog) throws IOException {
        throw Isolation.refused();
    }

    @Override
    protected void accept(SocketImpl socket) throws IOException {
        throw Isolation.refused();
    }

    @Override
    protected InputStream getInputStream() throws IOException {
        throw Isolation.refused();
    }

    @Override
    protected OutputStream getOutputStream() throws IOException {
        throw Isolation.refused();
    }

    @Override
    protected int available() throws IOException {
        throw Isolation.refused();
    }

    @Override
    protected void close() {
        // nothing is open
    }

    @Override
    protected void sendUrgentData(int data) throws IOException {
        throw Isolation.refused();
    }

    @Override
    public void setOption(int option, Object value) throws SocketException {
        throw Isolation.refused();
    }

    @Override
    public Object getOption(int option) throws SocketException {
        throw Isolation.refused();
    }
}
