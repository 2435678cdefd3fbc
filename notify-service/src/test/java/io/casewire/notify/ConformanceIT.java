package io.casewire.notify;

import io.casewire.conformance.Conformance;
import io.casewire.conformance.OpenApi;
import io.casewire.identity.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ConformanceIT {
    private static RunningNotify notify;

    @BeforeAll
    static void start() {
        notify = RunningNotify.start();
    }

    @AfterAll
    static void stop() {
        notify.close();
    }

    @TestFactory
    Stream<DynamicTest> refusesAsEveryServiceDoes() {
        String token = RunningNotify.token(Role.OPERATOR, null);
        return Conformance.of(notify.context(), _ -> token);
    }

    @TestFactory
    Stream<DynamicTest> answersAsItIsDescribed() {
        return OpenApi.of(notify.context(), "notify", RunningNotify.token(Role.OPERATOR, null));
    }
}
