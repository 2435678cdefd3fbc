package io.casewire.extraction.worker;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Refuses every channel to the network; public for the JVM, which makes it by name. */
public final class NoSelectors extends SelectorProvider {
    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        throw Isolation.refused();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        throw Isolation.refused();
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw Isolation.refused();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        throw Isolation.refused();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        throw Isolation.refused();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
        throw Isolation.refused();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        throw Isolation.refused();
    }

    @Override
    public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
        throw Isolation.refused();
    }
}
