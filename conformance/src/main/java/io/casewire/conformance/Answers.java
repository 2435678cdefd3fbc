package io.casewire.conformance;

import io.casewire.serving.openapi.Described;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a route answers, as OpenAPI writes it. */
final class Answers {
    private static final String JSON = "application/json";

    private final Route route;
    private final Schemas schemas;
    private final Optional<Described> said;

    Answers(Route route, Schemas schemas, Optional<Described> said) {
        this.route = route;
        this.schemas = schemas;
        this.said = said;
    }

    /** @param guarded whether a token is needed */
    void describe(ObjectNode responses, boolean guarded) {
        List<? extends Type> bodies = bodies();
        int[] statuses = said.map(Described::status)
                .filter(all -> all.length > 0)
                .orElseGet(() -> new int[] {status(!bodies.isEmpty())});
        for (int status : statuses) {
            ObjectNode answer = responses.putObject(String.valueOf(status)).put("description", reason(status));
            if (status != HttpStatus.NO_CONTENT.value()) {
                content(answer, bodies);
            }
        }
        if (route.reads()) {
            responses.putObject("304").put("description", "as it was, where If-None-Match says what it was");
        }
        problems(guarded).stream()
                .filter(status -> !responses.has(String.valueOf(status)))
                .forEach(status -> responses
                        .putObject(String.valueOf(status))
                        .put("$ref", "#/components/responses/" + name(status)));
    }

    /** What an answer of that status is called among those that all operations share. */
    static String name(int status) {
        return reason(status).replace(" ", "");
    }

    /** An answer of that status. */
    static ObjectNode problem(int status) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("description", reason(status));
        answer.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return answer;
    }

    private int status(boolean withBody) {
        ResponseStatus declared = route.handler().getMethodAnnotation(ResponseStatus.class);
        if (declared != null) {
            return declared.code().value();
        }
        return withBody ? HttpStatus.OK.value() : HttpStatus.NO_CONTENT.value();
    }

    private void content(ObjectNode answer, List<? extends Type> bodies) {
        String[] types = said.map(Described::answers)
                .filter(all -> all.length > 0)
                .orElse(bodies.contains(SseEmitter.class) ? new String[] {"text/event-stream"} : new String[] {JSON});
        ObjectNode content = answer.putObject("content");
        for (String type : types) {
            ObjectNode media = content.putObject(type);
            List<? extends Type> known = bodies.stream()
                    .filter(each -> type.equals(JSON) && each != byte[].class)
                    .toList();
            if (known.size() == 1) {
                // it is filled when all that is referred to is known
                media.set("schema", schemas.answer(known.getFirst()));
            } else if (!known.isEmpty()) {
                ArrayNode either = media.putObject("schema").putArray("anyOf");
                known.forEach(each -> either.add(schemas.answer(each)));
            } else {
                ObjectNode schema = media.putObject("schema");
                if (!type.contains("json")) {
                    schema.put("type", "string");
                }
            }
        }
    }

    /** What is answered, one of these; empty for nothing. */
    private List<? extends Type> bodies() {
        Class<?>[] told = said.map(Described::body).orElse(new Class<?>[0]);
        if (told.length > 0) {
            return List.of(told);
        }
        Type type = route.handler().getMethod().getGenericReturnType();
        if (type instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class) {
            type = generic.getActualTypeArguments()[0];
        }
        if (type == Void.class || type == void.class) {
            return said.filter(each -> each.answers().length > 0).isPresent() ? List.of(byte[].class) : List.of();
        }
        boolean open = type instanceof WildcardType || type == Object.class;
        boolean raw = type == byte[].class
                && said.filter(each -> each.answers().length > 0).isEmpty();
        if (open || raw) {
            throw new IllegalStateException(
                    route.handler() + " leaves open what it answers: say with @Described what it holds");
        }
        return List.of(type);
    }

    private Set<Integer> problems(boolean guarded) {
        Set<Integer> problems = new TreeSet<>(List.of(400, 401, 429, 503));
        boolean changes = !route.reads();
        if (guarded || changes) {
            problems.add(403);
        }
        if (!route.variables().isEmpty()) {
            problems.add(404);
        }
        if (changes) {
            problems.addAll(List.of(409, 413, 415, 422));
            if (Stream.of(route.handler().getMethodParameters())
                    .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestHeader.class))) {
                problems.add(412);
            }
        }
        said.ifPresent(each -> Arrays.stream(each.problems()).forEach(problems::add));
        return problems;
    }

    private static String reason(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "status " + status : known.getReasonPhrase();
    }
}
