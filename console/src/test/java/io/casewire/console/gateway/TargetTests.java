package io.casewire.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {
    @ParameterizedTest
    @CsvSource({
        "/api/ingest/v1/documents, INGEST",
        "/api/catalog/v1/cases/case-abc, CATALOG",
        "/api/replication/v1/regions/430000/ledger, REPLICATION",
        "/api/notify/v1/events, NOTIFY",
        "/api/catalog/openapi, CATALOG",
        "/api/catalog/v1/feeds/trade.atom, CATALOG",
        "/api/catalog/v1/%E9%80%9A%E5%85%B3, CATALOG",
    })
    void theSecondPartOfThePathNamesTheService(String path, Service service) {
        assertThat(Target.read(path, null)).isEqualTo(new Target.Reading.Routed(new Target(service, path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/ingest",
                "/api/other/v1/x",
                "/api/INGEST/v1/x",
                "/apis/ingest/v1",
                "/page/ingest/v1"
            })
    void whatNamesNoServiceHasNone(String path) {
        assertThat(Target.read(path, null)).isInstanceOf(Target.Reading.NoService.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ingest/../../actuator/env",
                "/api/ingest/..;/..;/actuator/env",
                "/api/ingest/%2e%2e/%2E%2e/actuator",
                "/api/ingest/.%2e/actuator",
                "/api/ingest/v1/./x",
                "/api/ingest//actuator",
                "/api/ingest/v1/a%2fb",
                "/api/ingest/v1/a%5cb",
                "/api/ingest/v1/a\\b",
                "/api/ingest/v1/a%00b",
                "/api/ingest/v1/a;b=c",
                "/api/ingest/v1/a%3bb",
                "/api/ingest/v1/%252e%252e/x",
                "/api/ingest/v1/%zz",
                "/api/ingest/v1/通关",
                "/api/ingest/v1/a b",
                "/api/ingest/v1/a%0d%0ab"
            })
    void whatTwoServersMightReadDifferentlyIsNotPassedOn(String path) {
        assertThat(Target.read(path, null)).isInstanceOf(Target.Reading.Ambiguous.class);
    }

    @Test
    void keepsTheQueryAsItCame() {
        String query = "q=%E9%80%9A%E5%85%B3&domain=trade&domain=&x=a+b%26c";
        assertThat(Target.read("/api/catalog/v1/cases", query))
                .isEqualTo(new Target.Reading.Routed(new Target(Service.CATALOG, "/api/catalog/v1/cases?" + query)));
    }

    @Test
    void refusesAQueryThatCouldEndTheRequestLine() {
        assertThat(Target.read("/api/catalog/v1/cases", "q=a b")).isInstanceOf(Target.Reading.Ambiguous.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8081", "http://127.0.0.1:8081/"})
    void standsBehindTheBaseAddressOfItsService(String base) {
        assertThat(new Target(Service.INGEST, "/api/ingest/v1/documents?x=1").at(URI.create(base)))
                .hasToString("http://127.0.0.1:8081/api/ingest/v1/documents?x=1");
    }
}
