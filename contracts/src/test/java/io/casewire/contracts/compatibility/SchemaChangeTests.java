package io.casewire.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SchemaChangeTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "a":{"type":"string"} | "a" | "a":{"type":"string"}                                               | "a"
            "a":{"type":"string"} | "a" | "a":{"type":"string"},"b":{"type":"integer"}                        | "a"
            "a":{"type":"string"} | "a" | "a":{"type":"string","description":"what it is"}                    | "a"
            "a":{"type":"string"} |     | "b":{"type":"object","required":["c"],"properties":{"c":{}}},"a":{"type":"string"} |
            "a":{"type":"object","properties":{}} | | "a":{"type":"object","properties":{"b":{"type":"string"}}} |
            "a":{"type":"string","enum":["X"]}    | | "a":{"type":"string","enum":["X","Y"]}                   |
            "a":{"anyOf":[{"type":"string","enum":["X"]},{"type":"string"}]} | | "a":{"anyOf":[{"type":"string","enum":["Y","X"]},{"type":"string"}]} |
            "a":{"type":"array","items":{"type":"object","properties":{}}} | | "a":{"type":"array","items":{"type":"object","properties":{"b":{"type":"string"}}}} |
            """)
    void whatNoReaderMindsIsAllowed(
            String before, @Nullable String required, @Nullable String after, @Nullable String requiredNow) {
        assertThat(SchemaChange.breaches(thing(before, required), thing(after, requiredNow)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "a":{"type":"string"}  |     |                                                      |     | /a: is gone
            "a":{"type":"string"}  |     | "b":{"type":"string"}                                |     | /a: is gone
            "a":{"type":"string"}  |     | "a":{"type":"integer"}                               |     | /a: type was "string" and is "integer"
            "a":{"type":"integer"} |     | "a":{"type":"number"}                                |     | /a: type was "integer" and is "number"
            "a":{"type":"string"}  |     | "a":{"type":"string"},"b":{"type":"string"}          | "b" | /b: is new and required
            "a":{"type":"string"}  |     | "a":{"type":"string"}                                | "a" | /a: was optional and is required
            "a":{"type":"string"}  | "a" | "a":{"type":"string"}                                |     | /a: was always there and no longer is
            "a":{"type":"string","enum":["X","Y"]} | | "a":{"type":"string","enum":["X"]}       |     | /a: the value Y is gone
            "a":{"type":"string"}  |     | "a":{"type":"string","enum":["X"]}                   |     | /a: only some values are left
            "a":{"type":"string","enum":["X"]} | | "a":{"type":"string"}                        |     | /a: its values are no longer named
            "a":{"anyOf":[{"type":"string","enum":["X","Y"]},{"type":"string"}]} | | "a":{"anyOf":[{"type":"string","enum":["X"]},{"type":"string"}]} | | /a: the value Y is gone
            "a":{"anyOf":[{"type":"string","enum":["X"]},{"type":"string"}]} | | "a":{"type":"string","enum":["X"]} | | /a: open was true and is not there
            "a":{"type":"array","items":{"type":"string"}} | | "a":{"type":"array","items":{"type":"integer"}} | | /a/*: type was "string" and is "integer"
            "a":{"type":"array","items":{"type":"string"}} | | "a":{"type":"array"}             |     | /a: items were {"type":"string"} and are not there
            "a":{"type":"string"}  |     | "a":{"type":"string","pattern":"^x$"}                |     | /a: pattern was not there and is "^x$"
            "a":{"type":"array","items":{},"maxItems":2} | | "a":{"type":"array","items":{},"maxItems":1} | | /a: maxItems was 2 and is 1
            "a":{"const":"case"}   |     | "a":{"const":"kase"}                                 |     | /a: const was "case" and is "kase"
            "a":{"type":"object","properties":{"b":{"type":"string"}}} | | "a":{"type":"object","properties":{}} | | /a/b: is gone
            "a":{"type":"object"}  |     | "a":{"type":"object","additionalProperties":false}   |     | /a: additionalProperties was not there and is false
            """)
    void whatWouldBreakSomebodyIsNamed(
            String before,
            @Nullable String required,
            @Nullable String after,
            @Nullable String requiredNow,
            String sentence) {
        assertThat(SchemaChange.breaches(thing(before, required), thing(after, requiredNow)))
                .containsExactly(sentence);
    }

    @Test
    void aReferenceIsWhatItLeadsToAlsoToItself() {
        JsonNode inline = json("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");
        JsonNode apart = json(
                "{\"$defs\":{\"A\":{\"type\":\"string\"}},\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/A\"}}}");
        JsonNode tree = json(
                "{\"$defs\":{\"T\":{\"type\":\"object\",\"properties\":{\"of\":{\"$ref\":\"#/$defs/T\"}}}},\"$ref\":\"#/$defs/T\"}");

        assertThat(SchemaChange.breaches(inline, apart)).isEmpty();
        assertThat(SchemaChange.breaches(apart, inline)).isEmpty();
        assertThat(SchemaChange.breaches(tree, tree)).isEmpty();
    }

    private static JsonNode thing(@Nullable String properties, @Nullable String required) {
        return json("{\"type\":\"object\",\"properties\":{" + (properties == null ? "" : properties)
                + "},\"required\":[" + (required == null ? "" : required) + "]}");
    }

    private static JsonNode json(String text) {
        return WireJson.mapper().readTree(text);
    }
}
