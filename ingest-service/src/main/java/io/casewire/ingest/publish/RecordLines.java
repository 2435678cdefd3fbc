package io.casewire.ingest.publish;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as they are kept and shown, one as JSON a line; one of which fields were corrected names them in {@code corrected}.
 *
 * @param corrected JSON pointers by id of the record
 */
record RecordLines(List<ParsedRecord> records, Map<String, List<String>> corrected) {
    private static final String CORRECTED = "corrected";
    private static final String MARK = "\"" + CORRECTED + "\":";

    static RecordLines read(byte[] bytes) {
        List<ParsedRecord> records = new ArrayList<>();
        Map<String, List<String>> corrected = new HashMap<>();
        new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> {
            records.add(WireJson.mapper().readValue(line, ParsedRecord.class));
            if (line.contains(MARK)) {
                JsonNode record = WireJson.mapper().readTree(line);
                List<String> fields = record.path(CORRECTED)
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
                if (!fields.isEmpty()) {
                    corrected.put(record.path("id").asString(), fields);
                }
            }
        });
        return new RecordLines(records, corrected);
    }

    byte[] write() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ParsedRecord record : records) {
            ObjectNode line = WireJson.mapper().valueToTree(record);
            List<String> fields = corrected.get(line.path("id").asString(""));
            if (fields != null) {
                line.set(CORRECTED, WireJson.mapper().valueToTree(fields));
            }
            lines.writeBytes(WireJson.mapper().writeValueAsBytes(line));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
