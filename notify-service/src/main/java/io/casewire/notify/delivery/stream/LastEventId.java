package io.casewire.notify.delivery.stream;

import org.jspecify.annotations.Nullable;

/**
 * Where a reader of a stream stands. Readers by the standard say it in the header {@code Last-Event-ID}; npm's event-source-polyfill 1.0.31 and
 * reconnecting-eventsource 1.6.4, which can send a token, put it into the address as {@code lastEventId}.
 */
final class LastEventId {
    private LastEventId() {}

    /**
     * The id that counts: the header's, which is the younger where an address with an id was opened by a reader that sends headers.
     *
     * @return null where there is none
     */
    static @Nullable String of(@Nullable String header, @Nullable String parameter) {
        String given = header == null || header.isEmpty() ? parameter : header;
        return given == null || given.isEmpty() ? null : given;
    }
}
