package io.casewire.standalone.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTests {
    @TempDir
    Path data;

    @Test
    void isFoundWhereItWrote() {
        Instance instance = instance(ProcessHandle.current().pid());
        instance.writeTo(data);
        assertThat(Instance.in(data)).contains(instance);
    }

    @Test
    void isNotFoundOnceItsProcessIsGone() {
        instance(Long.MAX_VALUE).writeTo(data);
        assertThat(Instance.in(data)).isEmpty();
    }

    @Test
    void isNotFoundWhereNothingRan() {
        assertThat(Instance.in(data)).isEmpty();
    }

    private static Instance instance(long pid) {
        return new Instance(
                pid,
                Instant.EPOCH,
                URI.create("http://127.0.0.1:8080/"),
                "127.0.0.1:9092",
                "mongodb://127.0.0.1:27017",
                Map.of("ingest", URI.create("http://127.0.0.1:8081")));
    }
}
