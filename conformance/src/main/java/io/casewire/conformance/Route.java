package io.casewire.conformance;

import io.casewire.serving.request.DeclaredParameters;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An address and a method that a handler of ours takes.
 *
 * @param methods that the address takes, of all handlers; empty where one of them takes every method
 * @param path with something in the place of its variables
 * @param pattern the path as it is declared
 */
record Route(
        String method,
        List<String> methods,
        String path,
        String pattern,
        HandlerMethod handler,
        DeclaredParameters parameters) {
    private static final String OURS = "io.casewire.";
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)");

    /** All of a service, in the order of their paths. */
    static List<Route> of(ApplicationContext service) {
        Map<RequestMappingInfo, HandlerMethod> mapped = service.getBean(
                        "requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        List<Route> routes = new ArrayList<>();
        mapped.forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith(OURS)) {
                for (String pattern : info.getPatternValues()) {
                    List<String> methods = methods(mapped.keySet(), pattern);
                    List<String> own = names(info).toList();
                    for (String method : own.isEmpty() ? List.of("GET") : own) {
                        routes.add(new Route(
                                method, methods, filled(pattern), pattern, handler, DeclaredParameters.of(handler)));
                    }
                }
            }
        });
        routes.sort(Comparator.comparing(Route::path)
                .thenComparing(Route::method)
                .thenComparing(route -> route.handler().getMethod().getName()));
        return routes;
    }

    /** Its path as OpenAPI writes it, with the name of the service in its place. */
    String template(String service) {
        return pattern.replaceAll("\\{service:[^}]*}", service)
                .replaceAll("\\{([^}:]+):[^}]*(?:\\{[^}]*}[^}]*)*}", "{$1}");
    }

    /** Names of the parts of its path that vary, but that of the service. */
    List<String> variables() {
        return VARIABLE.matcher(pattern)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(name -> !name.equals("service"))
                .toList();
    }

    /** Whether it changes nothing. */
    boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    boolean takesBody() {
        return Stream.of(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    /** Properties of the body that are a text. */
    List<String> textProperties() {
        return Stream.of(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .filter(component -> component.getType() == String.class)
                .map(RecordComponent::getName)
                .toList();
    }

    /** Parameters that are no free text. */
    List<String> typedParameters() {
        return Stream.of(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(parameter -> parameter.getParameterType().isPrimitive()
                        || parameter.getParameterType().isEnum()
                        || parameter.getParameterType() == Boolean.class)
                .map(Route::name)
                .toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static String name(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null && StringUtils.hasText(query.name())) {
            return query.name();
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }

    private static List<String> methods(Set<RequestMappingInfo> mapped, String pattern) {
        PathContainer path = PathContainer.parsePath(filled(pattern));
        if (mapped.stream().anyMatch(info -> names(info).findAny().isEmpty() && matches(info, path))) {
            return List.of();
        }
        TreeSet<String> methods = new TreeSet<>();
        mapped.stream()
                .filter(info -> info.getPatternValues().contains(pattern))
                .flatMap(Route::names)
                .forEach(methods::add);
        return List.copyOf(methods);
    }

    private static boolean matches(RequestMappingInfo info, PathContainer path) {
        return info.getPathPatternsCondition() != null
                && info.getPathPatternsCondition().getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static Stream<String> names(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().map(RequestMethod::name);
    }

    private static String filled(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "x").replace("/**", "/x");
    }
}
