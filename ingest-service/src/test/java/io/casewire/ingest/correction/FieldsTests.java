package io.casewire.ingest.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.ErrorResponseException;

class FieldsTests {
    private static final String CASE = """
            {"kind":"case","id":"case-0123456789abcdefghijklmnop","number":1,"title":"通关提速","domains":["trade"],
             "domainSource":"PRINTED","domainConfidence":1,"zones":[],"areas":[],"originUnits":["长沙海关"],"leadUnits":[],
             "supportingUnits":[],"summary":"好","metrics":[],
             "promotion":{"scope":"NATIONWIDE","regions":[],"strength":"MANDATED"},"path":[],"lines":[1,1]}
            """;
    private static final String TASK = """
            {"kind":"task","id":"task-0123456789abcdefghijklmnop","title":"建立台账","responsibleUnits":[],"leadUnits":[],
             "supportingUnits":[],"measures":[],"path":[],"lines":[1,1]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/title                | \"通关再提速\"",
                "/summary              | null",
                "/number               | 7",
                "/number               | null",
                "/domains              | [\"finance\",\"trade\"]",
                "/leadUnits            | [\"海关总署\",\"省商务厅\"]",
                "/leadUnits            | []",
                "/originality          | \"NATIONAL_FIRST\"",
                "/promotion            | null",
                "/promotion/scope      | \"COASTAL\"",
                "/promotion/since      | \"2023\"",
                "/promotion/instrument | {\"title\":\"通知\",\"number\":\"国函〔2023〕56号\"}",
                "/practice/text        | \"做法\"",
                "/metrics              | [{\"kind\":\"SHARE\",\"percent\":12.50,\"bound\":\"EXACT\",\"quote\":\"占12.5%\"}]",
            })
    void takesAValueOfTheFieldsKind(String field, String json) {
        ParsedRecord corrected =
                Fields.with(record(CASE), field, WireJson.mapper().readTree(json));

        assertThat(((CaseRecord) corrected).id().value()).isEqualTo("case-0123456789abcdefghijklmnop");
        assertThat(corrected).isEqualTo(Correcting.of(record(CASE), List.of(kept(field, json))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/titel                | \"x\"                  | '/titel' is no field. Did you mean /title?",
                "title                 | \"x\"                  | 'title' is no field. Did you mean /title",
                "/promotion/scop       | \"COASTAL\"            | Did you mean /promotion/scope",
                "/id                   | \"case-x\"             | what the record is known by",
                "/lines                | [1,2]                  | what the record is known by",
                "/printedTitle         | \"x\"                  | where it stands in the file",
                "/metrics/0/value      | 5                      | part of '/metrics', which is corrected as a whole",
                "/title                | null                   | '/title'",
                "/title                | \" \"                  | A case has a title",
                "/title                | 5                      | has not the form of '/title'",
                "/number               | \"5\"                  | has not the form of '/number'",
                "/number               | 5.5                    | '/number'",
                "/domains              | []                     | so it has one",
                "/domains              | [\"tradee\"]           | 'tradee' is no /domains. Did you mean trade?",
                "/leadUnits            | \"海关总署\"             | '/leadUnits'",
                "/leadUnits            | [\"海关总署\",null]      | '/leadUnits'",
                "/leadUnits            | null                   | ``",
                "/promotion/scope      | \"NATIONWID\"          | 'NATIONWID' is no /promotion/scope. Did you mean NATIONWIDE?",
                "/promotion/scope      | null                   | /promotion/scope would be missing",
                "/promotion            | {\"scoope\":\"COASTAL\"} | 'scoope' is no part of /promotion. Did you mean scope?",
                "/practice             | {\"measures\":[]}      | /practice/text would be missing",
            })
    void refusesByNameWithTheNearest(String field, String json, String sentence) {
        if (sentence.isEmpty()) {
            // a list that is absent is empty
            assertThat(Fields.with(record(CASE), field, WireJson.mapper().readTree(json)))
                    .isEqualTo(record(CASE));
            return;
        }
        assertThatThrownBy(
                        () -> Fields.with(record(CASE), field, WireJson.mapper().readTree(json)))
                .isInstanceOfSatisfying(ErrorResponseException.class, refused -> {
                    assertThat(refused.getStatusCode().value()).isEqualTo(400);
                    assertThat(refused.getBody().getDetail()).contains(sentence);
                });
    }

    @Test
    void otherKindsHaveTheirOwnFields() {
        assertThat(Fields.valueOf(
                                Fields.with(
                                        record(TASK),
                                        "/deadline",
                                        WireJson.mapper()
                                                .readTree(
                                                        "{\"text\":\"2023年8月底前\",\"date\":\"2023-08-31\",\"ongoing\":false}")),
                                "/deadline/date")
                        .asString())
                .isEqualTo("2023-08-31");
        assertThatThrownBy(() ->
                        Fields.with(record(TASK), "/summary", WireJson.mapper().readTree("\"x\"")))
                .isInstanceOf(ErrorResponseException.class);
    }

    @Test
    void whatTheTypeNoLongerTakesLeavesTheRecordAsItIs() {
        assertThat(Correcting.of(record(CASE), List.of(kept("/domains", "[]")))).isEqualTo(record(CASE));
    }

    private static ParsedRecord record(String json) {
        return WireJson.mapper().readValue(json, ParsedRecord.class);
    }

    private static Correction kept(String field, String json) {
        return Correction.decided("case-x", "doc-x", field, json, null, "李雷", Instant.EPOCH, "误读");
    }
}
