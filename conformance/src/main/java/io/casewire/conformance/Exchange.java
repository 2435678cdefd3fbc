package io.casewire.conformance;

import io.casewire.serving.openapi.Described;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ValueConstants;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a route takes, as OpenAPI writes it, beside its {@link Answers}. */
final class Exchange {
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
        route.variables()
                .forEach(name -> parameter(parameters, "path", name, true).put("type", "string"));
        query(parameters);
        headers(parameters);
        if (parameters.isEmpty()) {
            operation.remove("parameters");
        }
        body(operation);
        new Answers(route, schemas, said).describe(operation.putObject("responses"), guarded);
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
        if (route.reads()) {
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
}
