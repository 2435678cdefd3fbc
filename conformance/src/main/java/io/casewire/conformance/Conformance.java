package io.casewire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.conformance.RawHttp.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Sends to every route of a running service what it must not take. Each answer has to be a problem document with 4xx that says
 * what was wrong; a query is taken as declared, parameter by parameter.
 */
public final class Conformance {
    private static final String NONE = "certainlyNone";
    private static final List<String> METHODS = List.of("GET", "PUT", "PATCH", "DELETE", "POST");
    private static final String DAMAGED = "a=%zz&b=%";
    private static final List<String> FORMS =
            List.of("multipart/form-data", "multipart/form-data; boundary=b", "application/x-www-form-urlencoded");
    private static final int TOO_LONG = 9_000;

    private final int port;
    private final Function<String, @Nullable String> tokens;
    private final List<DynamicTest> tests = new ArrayList<>();

    private Conformance(int port, Function<String, @Nullable String> tokens) {
        this.port = port;
        this.tokens = tokens;
    }

    /**
     * The tests of a service.
     *
     * @param tokens by path, one that may use every method of it; null for none
     */
    public static Stream<DynamicTest> of(ApplicationContext service, Function<String, @Nullable String> tokens) {
        int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Conformance conformance = new Conformance(port, tokens);
        List<Route> routes = Route.of(service);
        assertThat(routes).as("routes").isNotEmpty();
        routes.forEach(conformance::queries);
        routes.forEach(conformance::bodies);
        routes.forEach(conformance::forms);
        routes.forEach(conformance::addresses);
        conformance.elsewhere();
        return conformance.tests.stream();
    }

    private void queries(Route route) {
        if (route.parameters().any()) {
            return;
        }
        test(route + " refuses an unknown parameter", () -> {
            JsonNode problem = refused(400, "unknown-parameter", send(route, "?" + NONE + "=1"));
            assertThat(problem.path("parameter").asString()).isEqualTo(NONE);
            assertThat(problem.path("detail").asString()).contains(NONE);
        });
        for (String name : route.parameters().all()) {
            String misspelt = name + name.charAt(name.length() - 1);
            test(route + " says that " + misspelt + " may mean " + name, () -> {
                JsonNode problem = refused(400, "unknown-parameter", send(route, "?" + misspelt + "=1"));
                assertThat(problem.path("nearest").valueStream().map(JsonNode::asString))
                        .contains(name);
            });
        }
        for (String name : route.parameters().single()) {
            test(route + " refuses " + name + " twice", () -> {
                JsonNode problem = refused(400, "repeated-parameter", send(route, "?" + name + "=1&" + name + "=2"));
                assertThat(problem.path("parameter").asString()).isEqualTo(name);
            });
        }
        TreeSet<String> filled = new TreeSet<>(route.parameters().all());
        filled.removeAll(route.parameters().emptiable());
        for (String name : filled) {
            test(route + " refuses " + name + " without a value", () -> {
                for (String query : List.of("?" + name, "?" + name + "=", "?" + name + "=%20")) {
                    JsonNode problem = refused(400, "invalid-parameter", send(route, query));
                    assertThat(problem.path("parameter").asString()).isEqualTo(name);
                    assertThat(problem.path("detail").asString()).contains(name);
                }
            });
        }
        for (String name : route.typedParameters()) {
            test(route + " takes " + name + " as written", () -> {
                for (String value : List.of("on", "1.0", "%2B5", "%205", "0x10", "%20true", "5%20")) {
                    JsonNode problem = refused(400, null, send(route, "?" + name + "=" + value));
                    assertThat(problem.path("parameter").asString()).isEqualTo(name);
                }
            });
            test(route + " refuses what is no value of " + name, () -> {
                JsonNode problem = refused(400, null, send(route, "?" + name + "=" + NONE));
                assertThat(problem.path("parameter").asString()).isEqualTo(name);
                assertThat(problem.path("detail").asString()).contains(NONE, name);
            });
        }
    }

    private void bodies(Route route) {
        if (!route.methods().isEmpty()) {
            String other = METHODS.stream()
                    .filter(method -> !route.methods().contains(method))
                    .findFirst()
                    .orElseThrow();
            test(
                    route.path() + " refuses " + other,
                    () -> refused(405, "method-not-allowed", send(other, route.path(), "Content-Length: 0\r\n", "")));
        }
        if (!route.takesBody()) {
            return;
        }
        test(
                route + " refuses a body of another type",
                () -> refused(415, "unsupported-media-type", body(route, "text/plain", "{}")));
        test(route + " refuses what is no JSON", () -> {
            for (String json : List.of("{\"a\":", "[", "{\"a\":1,\"a\":2}", "{'a':1}")) {
                assertThat(refused(400, null, body(route, "application/json", json))
                                .path("detail")
                                .asString())
                        .doesNotContain("io.casewire", "java.", "tools.jackson", "INCLUDE_", "Feature");
            }
        });
        for (String name : route.textProperties()) {
            test(route + " refuses half of a character in " + name, () -> {
                String damaged = "{\"" + name + "\":\"\\ud800xx\"}";
                assertThat(refused(400, "invalid-body", body(route, "application/json", damaged))
                                .path("detail")
                                .asString())
                        .contains("'" + name + "' was damaged");
            });
        }
        test(route + " refuses an unknown property", () -> {
            JsonNode problem =
                    refused(400, "unknown-property", body(route, "application/json", "{\"" + NONE + "\":1}"));
            assertThat(problem.path("property").asString()).isEqualTo(NONE);
        });
    }

    // whatever the address: who reads a form before it knows the address fails on one that is damaged
    private void forms(Route route) {
        if (route.parameters().any()) {
            return;
        }
        test(route + " refuses a damaged form", () -> {
            for (String type : FORMS) {
                String headers = "Content-Type: " + type + "\r\nContent-Length: " + DAMAGED.length() + "\r\n";
                for (String query : List.of("?" + NONE + "=1", "")) {
                    if (!query.isEmpty() || !route.method().equals("GET")) {
                        Answer answer = send(route.method(), route.path() + query, headers, DAMAGED);
                        assertThat(answer.status())
                                .as(type + query + " " + answer)
                                .isBetween(400, 499);
                        answer.problem();
                    }
                }
            }
        });
    }

    private void addresses(Route route) {
        test(route + " refuses an address that is none", () -> {
            for (String query : List.of("?q=[", "?q={", "?q=|", "?q=通关", "?q=%ff", "?q=%zz", "?q=a%00", "?%E9%80=1")) {
                refused(400, "invalid-address", send(route, query));
            }
            refused(414, "address-too-long", send(route, "?q=" + "a".repeat(TOO_LONG)));
        });
    }

    private void elsewhere() {
        test("there is nothing at another address", () -> {
            for (String accept : List.of("*/*", "text/html", "nonsense", "image/png")) {
                refused(404, "not-found", send("GET", "/certainly/nothing", "Accept: " + accept + "\r\n", ""));
            }
        });
        test("what is no HTTP is refused", () -> {
            refused(501, "not-implemented", send("FOO", "/", "", ""));
            refused(400, "bad-request", RawHttp.send(port, "GET / HTTP/1.1\r\n\r\n"));
            refused(505, "http-version-not-supported", RawHttp.send(port, "GET / HTTP/9.9\r\nHost: x\r\n\r\n"));
            refused(431, "headers-too-large", send("GET", "/", "X: " + "a".repeat(70_000) + "\r\n", ""));
        });
    }

    private void test(String name, Executable executable) {
        tests.add(DynamicTest.dynamicTest(name, executable));
    }

    private Answer send(Route route, String query) throws IOException {
        return send(route.method(), route.path() + query, "Content-Length: 0\r\n", "");
    }

    private Answer body(Route route, String type, String body) throws IOException {
        return send(
                route.method(),
                route.path(),
                "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n",
                body);
    }

    private Answer send(String method, String target, String headers, String body) throws IOException {
        String token = tokens.apply(target.replaceFirst("\\?.*", ""));
        return RawHttp.send(
                port,
                method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + (token == null ? "" : "Authorization: Bearer " + token + "\r\n") + headers + "\r\n" + body);
    }

    private static JsonNode refused(int status, @Nullable String slug, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        JsonNode problem = answer.problem();
        if (slug != null) {
            assertThat(problem.path("type").asString()).as(answer.toString()).endsWith(":" + slug);
        }
        return problem;
    }
}
