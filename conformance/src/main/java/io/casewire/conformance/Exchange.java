package io.casewire.conformance;

import io.casewire.serving.openapi.Described;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a route takes and what it answers, as OpenAPI writes it. */
final class Exchange {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String JSON = "application/json";

    private final Route route;
    private final Schemas schemas;
    private final SourceDocs.Text text;
    private final Optional<Described> said;

    Exchange(Route route, Schemas schemas, SourceDocs.Text text) {
        this.route = route;
        this.schemas = schemas;
        this.text = text;
        this.said = Optional.ofNullable(route.handler().getMethodAnnotation(Described.class));
    }

    /** @param guarded whether a token is needed */
    void describe(ObjectNode operation, boolean guarded) {
        ArrayNode parameters = operation.putArray("parameters");
        variables().forEach(name -> parameter(parameters, "path", name, true).put("type", "string"));
        query(parameters);
        headers(parameters);
        if (parameters.isEmpty()) {
            operation.remove("parameters");
        }
        body(operation);
        answers(operation.putObject("responses"), guarded);
    }

    private List<String> variables() {
        return VARIABLE.matcher(route.pattern())
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(name -> !name.equals("service"))
                .toList();
    }

    private ObjectNode parameter(ArrayNode parameters, String place, String name, boolean required) {
        ObjectNode parameter = parameters.addObject();
        parameter.put("name", name).put("in", place).put("required", required);
        String description = text.parts().get(name);
        if (description != null) {
            parameter.put("description", description);
        }
        return parameter.putObject("schema");
    }

    private void query(ArrayNode parameters) {
        for (String name : route.parameters().all()) {
            Optional<MethodParameter> declared = declared(name);
            RequestParam query = declared.map(each -> each.getParameterAnnotation(RequestParam.class))
                    .orElse(null);
            boolean repeatable = route.parameters().repeatable().contains(name);
            ObjectNode schema =
                    parameter(parameters, "query", name, query != null && isRequired(query, declared.get()));
            ObjectNode value = repeatable ? schema.put("type", "array").putObject("items") : schema;
            type(value, route.parameters().types().getOrDefault(name, String.class));
            if (query != null && !query.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                standard(value, query.defaultValue());
            }
        }
    }

    private static boolean isRequired(RequestParam query, MethodParameter parameter) {
        return query.required()
                && query.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                && !parameter.isOptional()
                && parameter.getParameter().getAnnotatedType().getAnnotation(Nullable.class) == null;
    }

    private static void type(ObjectNode schema, Class<?> type) {
        if (type == Boolean.class) {
            schema.put("type", "boolean");
        } else if (type == Integer.class || type == Long.class) {
            schema.put("type", "integer");
        } else {
            schema.put("type", "string");
            if (type.isEnum()) {
                ArrayNode values = schema.putArray("enum");
                Stream.of(type.getEnumConstants()).forEach(value -> values.add(((Enum<?>) value).name()));
            }
        }
    }

    private static void standard(ObjectNode schema, String value) {
        switch (schema.path("type").asString()) {
            case "integer" -> schema.put("default", Long.parseLong(value));
            case "boolean" -> schema.put("default", Boolean.parseBoolean(value));
            default -> schema.put("default", value);
        }
    }

    private Optional<MethodParameter> declared(String name) {
        return Stream.of(route.handler().getMethodParameters())
                .filter(parameter -> {
                    RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
                    return query != null && name(parameter, query.name()).equals(name);
                })
                .findFirst();
    }

    private static String name(MethodParameter parameter, String given) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return StringUtils.hasText(given) ? given : String.valueOf(parameter.getParameterName());
    }

    private void headers(ArrayNode parameters) {
        for (MethodParameter parameter : route.handler().getMethodParameters()) {
            RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
            // which OpenAPI has by the media types of the answers
            if (header != null && !name(parameter, header.name()).equals("Accept")) {
                parameter(parameters, "header", name(parameter, header.name()), false)
                        .put("type", "string");
            }
        }
    }

    private void body(ObjectNode operation) {
        if (READING.contains(route.method())) {
            return;
        }
        for (MethodParameter parameter : route.handler().getMethodParameters()) {
            RequestBody json = parameter.getParameterAnnotation(RequestBody.class);
            RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
            if (json != null) {
                ObjectNode body = operation.putObject("requestBody").put("required", json.required());
                body.putObject("content")
                        .putObject(JSON)
                        .set("schema", schemas.request(parameter.getGenericParameterType()));
            } else if (part != null) {
                ObjectNode form = operation
                        .putObject("requestBody")
                        .put("required", true)
                        .putObject("content")
                        .putObject("multipart/form-data")
                        .putObject("schema")
                        .put("type", "object");
                ObjectNode file = form.putObject("properties").putObject(name(parameter, part.name()));
                (Collection.class.isAssignableFrom(parameter.getParameterType())
                                ? file.put("type", "array").putObject("items")
                                : file)
                        .put("type", "string")
                        .put("format", "binary");
                form.putArray("required").add(name(parameter, part.name()));
            }
        }
        String[] raw = said.map(Described::takes).orElse(new String[0]);
        if (raw.length > 0) {
            ObjectNode content =
                    operation.putObject("requestBody").put("required", true).putObject("content");
            Stream.of(raw).forEach(type -> content.putObject(type)
                    .putObject("schema")
                    .put("type", "string")
                    .put("format", "binary"));
        } else if (!operation.has("requestBody") && readsTheRequest()) {
            throw new IllegalStateException(
                    route.handler() + " reads the body as it comes: say with @Described which types it takes");
        }
    }

    private boolean readsTheRequest() {
        return Stream.of(route.handler().getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == InputStream.class);
    }

    private void answers(ObjectNode responses, boolean guarded) {
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
        if (READING.contains(route.method())) {
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
        boolean changes = !READING.contains(route.method());
        if (guarded || changes) {
            problems.add(403);
        }
        if (!variables().isEmpty()) {
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
