package io.casewire.serving.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.serving.problem.InvalidParameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

class StrictParametersTests {
    private static final DeclaredParameters LIST = declared("list");

    @Test
    void aHandlerTakesWhatItsDeclarationSays() {
        assertThat(LIST.single()).containsExactlyInAnyOrder("q", "due_before", "size", "near", "from");
        assertThat(LIST.repeatable()).containsExactlyInAnyOrder("zone", "area", "kinds");
        assertThat(LIST.any()).isFalse();
        assertThat(declared("whole").all()).containsExactlyInAnyOrder("q", "facet");
        assertThat(declared("passes").any()).isTrue();
        assertThat(declared("nothing").all()).isEmpty();
    }

    @Test
    void aHandlerThatTakesTheQueryWholeHasToSayWhatMayBeInIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> declared("silent"))
                .withMessageContaining("@TakesParameters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "q=a", "q=a&size=1&", "zone=a&zone=b&q=c", "%71=a", "due_before=x&near=b&from=a"})
    void whatIsDeclaredIsTaken(String query) {
        assertThatCode(() -> StrictParameters.check(query, LIST)).doesNotThrowAnyException();
        assertThatCode(() -> StrictParameters.check(null, LIST)).doesNotThrowAnyException();
        assertThatCode(() -> StrictParameters.check(query + "&anything=x", declared("passes")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Q=a,Q,q",
        "siez=1,siez,size",
        "q=a&dueBefore=x,dueBefore,due_before",
        "zones=a,zones,zone",
        "zone[]=a,zone[],zone",
        "%7Aoen=a,zoen,zone",
        "ｓｉｚｅ=1,ｓｉｚｅ,size",
    })
    void anotherIsRefusedWithTheNearest(String query, String name, String nearest) {
        assertThatThrownBy(() -> StrictParameters.check(query, LIST))
                .isInstanceOfSatisfying(InvalidParameter.class, refused -> {
                    assertThat(refused.parameter()).isEqualTo(name);
                    assertThat(refused.getBody().getDetail()).contains("'" + name + "'", "Did you mean " + nearest);
                    assertThat(Objects.requireNonNull(refused.getBody().getProperties())
                                    .get("nearest"))
                            .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                            .contains(nearest);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=1&size=1", "q=a&size=1&%73ize=2", "q=a&size=1&size"})
    void oneThatIsTakenOnceIsRefusedTwice(String query) {
        assertThatThrownBy(() -> StrictParameters.check(query, LIST))
                .isInstanceOfSatisfying(InvalidParameter.class, refused -> assertThat(refused.parameter())
                        .isEqualTo("size"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"size", "size=", "q=a&size=", "size=%20", "size=+", "size=%E3%80%80", "%73ize="})
    void oneWithoutAValueIsRefusedNotDropped(String query) {
        assertThatThrownBy(() -> StrictParameters.check(query, LIST))
                .isInstanceOfSatisfying(InvalidParameter.class, refused -> assertThat(refused.parameter())
                        .isEqualTo("size"));
        assertThatThrownBy(() -> StrictParameters.check("zone=a&zone=", LIST))
                .isInstanceOfSatisfying(InvalidParameter.class, refused -> assertThat(refused.parameter())
                        .isEqualTo("zone"));
    }

    @Test
    void aHandlerMaySayThatNoValueMeansSomething() {
        assertThatCode(() -> StrictParameters.check("q=&facet=a", declared("whole")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> StrictParameters.check("q=&facet=", declared("whole")))
                .isInstanceOf(InvalidParameter.class);
    }

    private static DeclaredParameters declared(String handler) {
        return Stream.of(Handlers.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(handler))
                .map(method -> DeclaredParameters.of(new HandlerMethod(new Handlers(), method)))
                .findFirst()
                .orElseThrow();
    }

    record Filter(String from, List<String> kinds) {}

    static final class Names implements ParameterNames {
        @Override
        public Set<String> single() {
            return Set.of("q");
        }

        @Override
        public Set<String> repeatable() {
            return Set.of("facet");
        }

        @Override
        public Set<String> emptiable() {
            return Set.of("q");
        }
    }

    @SuppressWarnings("unused")
    private static final class Handlers {
        void list(
                @PathVariable String id,
                @RequestParam @Nullable String q,
                @RequestParam("due_before") String day,
                @RequestParam(defaultValue = "20") int size,
                @RequestParam Optional<String> near,
                @RequestParam List<String> zone,
                @RequestParam String[] area,
                @ModelAttribute Filter filter) {}

        @TakesParameters(Names.class)
        void whole(@RequestParam MultiValueMap<String, String> query) {}

        void silent(@RequestParam Map<String, String> query) {}

        @AnyParameters
        void passes() {}

        void nothing(@PathVariable String id) {}
    }
}
