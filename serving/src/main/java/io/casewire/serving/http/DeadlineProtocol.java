package io.casewire.serving.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with one deadline over all headers of a request. Tomcat's own time limit begins anew with every byte, so that a client
 * that sends one now and then keeps a connection for as long as it likes, and a few thousand of them keep everybody else out.
 * Where most connections are taken, those that wait for the rest of a request, or for the next, have to hurry or go.
 */
public final class DeadlineProtocol extends Http11NioProtocol {
    private static final long LOOK_MILLIS = 250;

    private volatile Duration headerTimeout = Duration.ofSeconds(10);
    private volatile Duration crowdedTimeout = Duration.ofSeconds(1);
    private volatile @Nullable ScheduledFuture<?> looking;

    /** Tomcat makes it from its name. */
    public DeadlineProtocol() {}

    void setDeadlines(Duration header, Duration crowded) {
        this.headerTimeout = header;
        this.crowdedTimeout = crowded;
    }

    @Override
    public void start() throws Exception {
        super.start();
        looking = getUtilityExecutor()
                .scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        ScheduledFuture<?> look = looking;
        if (look != null) {
            look.cancel(false);
        }
        super.stop();
    }

    private void look() {
        boolean crowded = getMaxConnections() > 0 && getEndpoint().getConnectionCount() > getMaxConnections() * 3L / 4;
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            // held while something is done for it; then it is neither idle nor waited for
            if (connection.getLock().tryLock()) {
                try {
                    if (isOutOfTime(connection, crowded)) {
                        connection.close();
                    }
                } finally {
                    connection.getLock().unlock();
                }
            }
        }
    }

    private boolean isOutOfTime(SocketWrapperBase<NioChannel> connection, boolean crowded) {
        return switch (connection.getCurrentProcessor()) {
            case AbstractProcessor held
            when isReadingHeaders(held) -> sinceFirstByte(held).compareTo(crowded ? crowdedTimeout : headerTimeout) > 0;
            // between two requests, or before the first
            case null -> crowded && sinceLastByte(connection).compareTo(crowdedTimeout) > 0;
            default -> false;
        };
    }

    /** A processor stays with a connection between two reads for an asynchronous answer, or because the headers are not all there. */
    private static boolean isReadingHeaders(AbstractProcessor processor) {
        return !processor.isAsync() && !processor.isUpgrade();
    }

    private static Duration sinceFirstByte(AbstractProcessor processor) {
        long start = processor.getRequest().getStartTimeNanos();
        return start < 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration sinceLastByte(SocketWrapperBase<NioChannel> connection) {
        return connection instanceof NioSocketWrapper nio
                ? Duration.ofMillis(System.currentTimeMillis() - nio.getLastRead())
                : Duration.ZERO;
    }
}
