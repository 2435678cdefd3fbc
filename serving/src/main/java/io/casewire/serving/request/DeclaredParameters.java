package io.casewire.serving.request;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * The parameters a handler's own declaration says it takes: each {@code @RequestParam}, and the components of each record bound
 * with {@code @ModelAttribute}.
 *
 * @param any whether it takes any other too
 * @param types of those that stand in its signature; primitives boxed
 */
public record DeclaredParameters(
        boolean any, Set<String> single, Set<String> repeatable, Set<String> emptiable, Map<String, Class<?>> types)
        implements ParameterNames {
    public DeclaredParameters {
        single = Set.copyOf(single);
        repeatable = Set.copyOf(repeatable);
        emptiable = Set.copyOf(emptiable);
        types = Map.copyOf(types);
    }

    /**
     * What that handler takes.
     *
     * @throws IllegalStateException if it takes the query as a map and does not say which parameters it takes
     */
    public static DeclaredParameters of(HandlerMethod handler) {
        if (handler.hasMethodAnnotation(AnyParameters.class)) {
            return new DeclaredParameters(true, Set.of(), Set.of(), Set.of(), Map.of());
        }
        TakesParameters named = handler.getMethodAnnotation(TakesParameters.class);
        Set<String> single = new TreeSet<>();
        Set<String> repeatable = new TreeSet<>();
        Set<String> emptiable = new TreeSet<>();
        Map<String, Class<?>> types = new TreeMap<>();
        if (named != null) {
            ParameterNames names = BeanUtils.instantiateClass(named.value());
            single.addAll(names.single());
            repeatable.addAll(names.repeatable());
            emptiable.addAll(names.emptiable());
        }
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
            RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
            if (query != null && isWhole(query, type)) {
                if (named == null) {
                    throw new IllegalStateException(
                            handler + " takes the query whole: say with @TakesParameters what may"
                                    + " be in it, or with @AnyParameters that anything may");
                }
            } else if (query != null) {
                String name = name(query, parameter);
                add(name, type, single, repeatable);
                if (name != null) {
                    types.put(name, ClassUtils.resolvePrimitiveIfNecessary(type));
                }
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class) && type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    add(component.getName(), component.getType(), single, repeatable);
                }
            }
        }
        return new DeclaredParameters(false, single, repeatable, emptiable, types);
    }

    /** All of them, in order. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(single);
        all.addAll(repeatable);
        return all;
    }

    private static boolean isWhole(RequestParam query, Class<?> type) {
        return Map.class.isAssignableFrom(type) && !StringUtils.hasText(query.name());
    }

    private static void add(@Nullable String name, Class<?> type, Set<String> single, Set<String> repeatable) {
        if (name != null) {
            (type.isArray() || Collection.class.isAssignableFrom(type) ? repeatable : single).add(name);
        }
    }

    private static @Nullable String name(RequestParam query, MethodParameter parameter) {
        return StringUtils.hasText(query.name()) ? query.name() : parameter.getParameterName();
    }
}
