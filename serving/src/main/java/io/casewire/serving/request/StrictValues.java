package io.casewire.serving.request;

import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Unknown;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Values as they are written. Spring would take blanks around them, {@code +5}, {@code 0x10}, and {@code on}, {@code yes} or
 * {@code 1} for true; where a converter of ours refuses one, it asks its own property editors after all. So they are looked at
 * before it.
 */
final class StrictValues implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new Constants());
    }

    /** @throws InvalidParameter if the text is no value of a type that is a number, a truth value or a closed set */
    static void check(String parameter, String given, Class<?> type) {
        if (Number.class.isAssignableFrom(type) && !given.matches("-?[0-9]+")) {
            throw InvalidParameter.value(parameter, given, "it is a number, in digits");
        }
        if (type == Boolean.class && !given.equals("true") && !given.equals("false")) {
            throw Unknown.parameterValue(parameter, given, List.of("true", "false"));
        }
        if (type.isEnum()) {
            Class<? extends Enum<?>> constants = constants(type);
            if (Unknown.named(given, constants).isEmpty()) {
                throw Unknown.parameterValue(
                        parameter,
                        given,
                        Arrays.stream(constants.getEnumConstants())
                                .map(Enum::name)
                                .toList());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Enum<?>> constants(Class<?> type) {
        return (Class<? extends Enum<?>>) type;
    }

    /** Names in capitals or small letters. */
    private static final class Constants implements ConverterFactory<String, Enum<?>> {
        @Override
        public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
            return given -> Unknown.named(given, type)
                    .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName()));
        }
    }
}
