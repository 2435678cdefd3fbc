package io.casewire.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTests {
    private static final AddressRule RULE = new AddressRule(8_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=%E9%80%9A%E5%85%B3",
                "q=a+b%20c&x=1,2;3",
                "q=-._~!$&'()*+,;=:@/?",
                "q=%0A%09",
                "q=%F0%A0%80%80",
                "q=%ef%bf%bd",
                "%71=%61",
            })
    void whatRfc3986AllowsIsLeftAlone(String query) {
        assertThat(RULE.refusal("/api/catalog/v1/%E9%80%9A", query)).isEmpty();
        assertThat(RULE.refusal("/", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'q=%', 'at character 5'",
        "'q=%a', 'at character 5'",
        "'q=%ag', 'at character 5'",
        "'q=ab%+1', 'at character 7'",
        "'q=%ff', 'at character 5'",
        "'q=a%E9%80&x=1', 'at character 6'",
        "'q=%E5%85%B3%ff', 'at character 14'",
        "'q=%C0%AE', 'at character 5'",
        "'q=%ED%A0%80', 'at character 5'",
        "'q=%F4%90%80%80', 'at character 5'",
        "'q=%E9', 'at character 5'",
        "'q=a%00', 'NUL'",
        "'q=通关', '%E9%80%9A%E5%85%B3'",
        "'q=a b', '%E9%80%9A%E5%85%B3'",
        "'q=[', '%5B'",
    })
    void whatIsWrongIsSaidWithItsPlace(String query, String said) {
        assertThat(RULE.refusal("/", query).map(Refusal::detail).orElse("")).contains(said);
        assertThat(RULE.refusal("/", query).map(Refusal::slug)).contains("invalid-address");
    }

    @Test
    void pathAndQueryAreCountedTogether() {
        assertThat(RULE.refusal("/" + "a".repeat(3_999), "b".repeat(3_999))).isEmpty();
        assertThat(RULE.refusal("/" + "a".repeat(4_000), "b".repeat(3_999)).map(Refusal::slug))
                .contains("address-too-long");
        assertThat(new AddressRule(1_000_000).refusal("/", "a".repeat(900_000))).isEqualTo(Optional.empty());
    }
}
