package io.casewire.console;

import io.casewire.conformance.Conformance;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ConformanceIT {
    private static RunningConsole console;

    @BeforeAll
    static void start() {
        console = RunningConsole.before(URI.create("http://127.0.0.1:9"));
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @TestFactory
    Stream<DynamicTest> refusesAsEveryServiceDoes() {
        return Conformance.of(console.context(), _ -> null);
    }
}
