package io.casewire.ingest;

import io.casewire.conformance.Conformance;
import io.casewire.conformance.OpenApi;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ConformanceIT {
    @TempDir
    private static Path directory;

    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(SharedKafka.bootstrapServers(), SharedStore.freshDatabase(), directory, Map.of());
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @TestFactory
    Stream<DynamicTest> refusesAsEveryServiceDoes() {
        String token = ingest.token(Role.OPERATOR);
        return Conformance.of(ingest.context(), _ -> token);
    }

    @TestFactory
    Stream<DynamicTest> answersAsItIsDescribed() {
        return OpenApi.of(ingest.context(), "ingest", ingest.token(Role.OPERATOR));
    }
}
