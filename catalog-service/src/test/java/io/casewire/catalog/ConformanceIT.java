package io.casewire.catalog;

import io.casewire.conformance.Conformance;
import io.casewire.conformance.OpenApi;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@CatalogTest
class ConformanceIT {
    @Autowired
    private ApplicationContext service;

    @TestFactory
    Stream<DynamicTest> refusesAsEveryServiceDoes() {
        return Conformance.of(service, _ -> token());
    }

    @TestFactory
    Stream<DynamicTest> answersAsItIsDescribed() {
        return OpenApi.of(service, "catalog", token());
    }

    private String token() {
        Path keys = Path.of(service.getEnvironment().getRequiredProperty("casewire.identity.directory"));
        return TokenIssuer.in(keys).mint(new Caller("test", Set.of(Role.OPERATOR), null, null), Duration.ofHours(1));
    }
}
