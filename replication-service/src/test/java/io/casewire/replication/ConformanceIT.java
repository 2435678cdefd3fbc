package io.casewire.replication;

import io.casewire.conformance.Conformance;
import io.casewire.conformance.OpenApi;
import io.casewire.identity.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ConformanceIT {
    @TestFactory
    Stream<DynamicTest> refusesAsEveryServiceDoes() {
        String token = RunningService.token("test", Role.OPERATOR, null);
        return Conformance.of(RunningService.shared().context(), _ -> token);
    }

    @TestFactory
    Stream<DynamicTest> answersAsItIsDescribed() {
        return OpenApi.of(
                RunningService.shared().context(), "replication", RunningService.token("test", Role.OPERATOR, null));
    }
}
