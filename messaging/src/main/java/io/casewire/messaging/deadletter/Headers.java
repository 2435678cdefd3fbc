package io.casewire.messaging.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;

/** Headers of a record, in their order. */
record Headers(List<Header> all) {
    private static final int MOST = 100;
    private static final int MAX_BYTES = 8 * 1024;

    Headers {
        all = List.copyOf(all);
    }

    static Headers of(Iterable<Header> headers) {
        return new Headers(StreamSupport.stream(headers.spliterator(), false).toList());
    }

    /** The last of that name, as text. */
    Optional<String> text(String name) {
        return all.reversed().stream()
                .filter(header -> header.key().equals(name) && header.value() != null)
                .findFirst()
                .map(header -> Content.of(header.value(), MAX_BYTES).text());
    }

    /** The first hundred, to be shown. */
    List<Shown> shown() {
        return all.stream()
                .limit(MOST)
                .map(header -> new Shown(header.key(), Content.of(header.value(), MAX_BYTES)))
                .toList();
    }

    /** A header. */
    record Shown(String name, Content value) {}
}
