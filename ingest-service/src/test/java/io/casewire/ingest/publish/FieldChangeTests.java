package io.casewire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldChangeTests {
    private static final String TASK = """
            {"kind":"task","id":"task-0123456789abcdefghijklmnop","title":"建立台账","responsibleUnits":["甲"],"leadUnits":[],
             "supportingUnits":[],"measures":%s,"path":[],"lines":[%s],"deadline":%s}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | 1,1 | null | ``",
                "[] | 5,9 | null | ``",
                "[] | 1,1 | {\"text\":\"年底\",\"ongoing\":false} | /deadline: null -> {\"text\":\"年底\",\"ongoing\":false}",
                "[{\"text\":\"a\",\"leadUnits\":[],\"supportingUnits\":[],\"deadlines\":[]}] | 1,1 | null | /measures: [] -> [{\"text\":\"a\",\"leadUnits\":[],\"supportingUnits\":[],\"deadlines\":[]}]",
            })
    void saysFieldByFieldWhatDiffers(String measures, String lines, String deadline, String expected) {
        assertThat(said(TASK.formatted("[]", "1,1", "null"), TASK.formatted(measures, lines, deadline)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"甲\"] | 一 | [\"甲\",\"乙\"] | 一 | /leadUnits: [\"甲\"] -> [\"甲\",\"乙\"]",
                "[\"甲\"] | 一 | [\"甲\"] | 二 | /measures/0/text: \"一\" -> \"二\"",
            })
    void listsOfPlainValuesAreOneFieldAndObjectsInListsAreTakenApart(
            String unitsBefore, String textBefore, String unitsNow, String textNow, String expected) {
        assertThat(said(task(unitsBefore, textBefore), task(unitsNow, textNow))).isEqualTo(expected);
    }

    private static String task(String units, String text) {
        return ("{\"kind\":\"task\",\"id\":\"task-0123456789abcdefghijklmnop\",\"title\":\"建立台账\",\"responsibleUnits\":[],"
                        + "\"leadUnits\":%s,\"supportingUnits\":[],\"measures\":[{\"text\":\"%s\",\"leadUnits\":[],"
                        + "\"supportingUnits\":[],\"deadlines\":[]}],\"path\":[],\"lines\":[1,1]}")
                .formatted(units, text);
    }

    private static String said(String before, String now) {
        StringBuilder said = new StringBuilder();
        ParsedRecord old = WireJson.mapper().readValue(before, ParsedRecord.class);
        FieldChange.between(
                        WireJson.mapper().writeValueAsString(old),
                        WireJson.mapper().readValue(now, ParsedRecord.class))
                .forEach(change -> said.append(change.field() + ": " + change.old() + " -> " + change.now()));
        return said.toString();
    }
}
