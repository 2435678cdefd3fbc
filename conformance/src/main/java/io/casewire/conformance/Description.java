package io.casewire.conformance;

import io.casewire.identity.Role;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.1 description of a running service, made of its routes, records, rules of access and the comments of its sources.
 */
final class Description {
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"),
            Path.of("../contracts/src/main/java"),
            Path.of("../messaging/src/main/java"),
            Path.of("../serving/src/main/java"));
    private static final String PROBLEM = "Problem";
    private static final String FORM = "multipart/form-data";
    /** Parts of an address before what tells it from others: nothing, api, the service, the version. */
    private static final int VERSIONED = 4;

    private static final String RESPONSES = "#/components/responses/";

    private final ApplicationContext service;
    private final SourceDocs docs = SourceDocs.under(SOURCES);
    private final Schemas schemas;
    private final Rights rights;
    private final Map<String, String> tags = new TreeMap<>();
    private final Set<String> named = new HashSet<>();

    private Description(ApplicationContext service) {
        this.service = service;
        this.schemas = new Schemas(service.getBean(JsonMapper.class), docs);
        this.rights = new Rights(service);
    }

    /**
     * The description.
     *
     * @param name of the service in its addresses, {@code catalog}
     */
    static ObjectNode of(ApplicationContext service, String name) {
        return new Description(service).whole(name);
    }

    private ObjectNode whole(String name) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("openapi", "3.1.1");
        ObjectNode info = whole.putObject("info");
        info.put("title", "Casewire " + name)
                .put("version", "1")
                .put("summary", "What the " + name + " service of Casewire takes and answers over HTTP")
                .put(
                        "description",
                        "Requests are read strictly: a parameter, property or value that is not known is refused with a problem"
                                + " document (RFC 9457) that names it and what comes nearest. Answers may have more than is"
                                + " written here. Where an answer has an ETag, If-None-Match is answered with 304.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        whole.putArray("servers").addObject().put("url", "/").put("description", "the console, or the service itself");
        ObjectNode paths = whole.putObject("paths");
        Map<String, Map<String, ObjectNode>> operations = new TreeMap<>();
        for (Route route : Route.of(service)) {
            if (!route.pattern().endsWith("/**") && route.pattern().startsWith("/api/")) {
                operations
                        .computeIfAbsent(route.template(name), _ -> new TreeMap<>())
                        .merge(route.method().toLowerCase(Locale.ROOT), operation(route), Description::both);
            }
        }
        operations.forEach((path, methods) -> {
            ObjectNode item = paths.putObject(path);
            methods.forEach(item::set);
        });
        tags.forEach((tag, text) ->
                whole.withArray("tags").addObject().put("name", tag).put("description", text));
        ObjectNode components = whole.putObject("components");
        ObjectNode shapes = components.putObject("schemas");
        schemas.definitions().forEach(shapes::set);
        shapes.set(PROBLEM, problem());
        ObjectNode refusals = components.putObject("responses");
        paths.findValues("$ref").stream()
                .map(JsonNode::asString)
                .filter(reference -> reference.startsWith(RESPONSES))
                .distinct()
                .sorted()
                .forEach(reference -> Stream.of(HttpStatus.values())
                        .filter(status -> reference.equals(RESPONSES + Answers.name(status.value())))
                        .forEach(
                                status -> refusals.set(Answers.name(status.value()), Answers.problem(status.value()))));
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "A token of `casewire token`, or of the issuer that the operator has set.");
        Sample.addTo(whole);
        return whole;
    }

    /** Two handlers of one address and method, which take bodies of different types. */
    private static ObjectNode both(ObjectNode one, ObjectNode other) {
        JsonNode content = other.path("requestBody").path("content");
        if (content instanceof ObjectNode more && one.path("requestBody").path("content") instanceof ObjectNode all) {
            more.properties().forEach(each -> all.set(each.getKey(), each.getValue()));
            formFirst(all);
            ArrayNode parameters = one.withArray("parameters");
            other.path("parameters")
                    .valueStream()
                    .filter(each -> parameters.valueStream().noneMatch(each::equals))
                    .forEach(parameters::add);
            return one;
        }
        throw new IllegalStateException(
                "Two handlers of one address: " + one.path("operationId") + " and " + other.path("operationId"));
    }

    /** Generators of clients take the first type alone, and a form only where it is that. */
    private static void formFirst(ObjectNode content) {
        JsonNode form = content.remove(FORM);
        if (form != null) {
            ObjectNode others = content.deepCopy();
            content.removeAll();
            content.set(FORM, form);
            content.setAll(others);
        }
    }

    private ObjectNode operation(Route route) {
        Class<?> controller = route.handler().getBeanType();
        Method method = route.handler().getMethod();
        SourceDocs.Text text = docs.of(controller, method.getName());
        String noun = controller.getSimpleName().replaceFirst("Controller$", "");
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.putArray("tags").add(noun);
        tags.put(noun, docs.of(controller).whole());
        operation.put(
                "operationId", named(StringUtils.uncapitalize(noun) + StringUtils.capitalize(method.getName()), route));
        String sentence = text.whole();
        if (sentence.isEmpty()) {
            throw new IllegalStateException(route.handler() + " has no comment: say in one what it does");
        }
        operation.put("summary", firstSentence(sentence));
        Set<Role> roles = rights.roles(route);
        boolean open = rights.isOpen(route);
        operation.put(
                "description",
                sentence + "\n\n"
                        + (open
                                ? "Needs no token where the operator lets the public read."
                                : "Roles: "
                                        + roles.stream()
                                                .sorted(Comparator.naturalOrder())
                                                .map(Role::wireName)
                                                .collect(Collectors.joining(", "))
                                        + "."));
        new Exchange(route, schemas, text).describe(operation, !open);
        ArrayNode security = operation.putArray("security");
        if (open) {
            security.addObject();
        }
        security.addObject().putArray("token");
        if (!open) {
            ArrayNode names = operation.putArray("x-casewire-roles");
            roles.forEach(role -> names.add(role.wireName()));
        }
        return operation;
    }

    /** The name of an operation; of several that would have the same, all but the first are told apart by their addresses. */
    private String named(String id, Route route) {
        String name = named.add(id)
                ? id
                : id
                        + Stream.of(route.pattern().replaceAll("\\{[^}]*}", "").split("[/.-]+", 0))
                                .skip(VERSIONED)
                                .map(StringUtils::capitalize)
                                .collect(Collectors.joining());
        named.add(name);
        return name;
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replaceFirst("[.;:]$", "");
    }

    private static ObjectNode problem() {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "object")
                .put("description", "A refusal (RFC 9457); some kinds have more, such as the nearest valid names.");
        ObjectNode properties = problem.putObject("properties");
        properties.putObject("type").put("type", "string").put("pattern", "^urn:casewire:problem:[a-z0-9-]+$");
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties
                .putObject("detail")
                .put("type", "string")
                .put("description", "what was wrong and what would be right");
        properties.putObject("instance").put("type", "string");
        problem.putArray("required").add("type").add("title").add("status").add("detail");
        return problem;
    }
}
