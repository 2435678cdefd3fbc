package io.casewire.contracts.asyncapi;

import io.casewire.contracts.wire.WireJson;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The headers of events and of dead letters. */
final class HeaderSchemas {
    private static final String TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$";

    private HeaderSchemas() {}

    static ObjectNode ofEvents() {
        ObjectNode schema = object("Headers of every event. All values are text in UTF-8; a tombstone carries none.");
        text(schema, "content-type", "Of the value.").put("const", "application/json");
        text(schema, "ce_specversion", "Of CloudEvents.").put("const", "1.0");
        text(schema, "ce_id", "<key>@<revision>; the same for every repetition of an event: deduplicate by it.")
                .put("pattern", "^.+@[1-9][0-9]*$");
        text(schema, "ce_type", "Wire name of the event, with its version.");
        text(schema, "ce_source", "The service that made it, for example /casewire/ingest.");
        text(schema, "ce_subject", "The key again.");
        text(schema, "ce_time", "When it happened: UTC with exactly three digits of a second.")
                .put("pattern", TIME);
        text(schema, "ce_recordedtime", "When Casewire learnt of it, in the same form.")
                .put("pattern", TIME);
        text(schema, "ce_correlationid", "Joins everything that follows from one cause, such as one upload.");
        text(schema, "ce_backfill", "true for history loaded later, which alerts nobody unless asked.")
                .putArray("enum")
                .add("true")
                .add("false");
        text(
                schema,
                "ce_dataschema",
                "The JSON Schema of the value, by its $id; served at /api/schemas/<ce_dataschema>.");
        require(schema);
        text(schema, "traceparent", "Where a deployment tells traces: the span it was sent in (W3C Trace Context).");
        return schema;
    }

    static ObjectNode ofDeadLetters() {
        ObjectNode schema = object("What the listener added. The headers the record came with follow unchanged.");
        text(schema, "dlt_reason", "What was wrong, in words.");
        text(schema, "dlt_exception", "Class name of the failure.");
        text(schema, "dlt_topic", "Where it was read.");
        text(schema, "dlt_partition", "Its partition there, a number.").put("pattern", "^[0-9]+$");
        text(schema, "dlt_offset", "Its offset there, a number.").put("pattern", "^[0-9]+$");
        text(schema, "dlt_group", "The consumer group of the listener that could not handle it.");
        text(schema, "dlt_time", "When it was put aside.").put("pattern", TIME);
        require(schema);
        return schema;
    }

    private static ObjectNode object(String description) {
        ObjectNode schema = WireJson.mapper().createObjectNode();
        schema.put("type", "object").put("description", description).putObject("properties");
        return schema;
    }

    private static ObjectNode text(ObjectNode schema, String name, String description) {
        return ((ObjectNode) schema.get("properties"))
                .putObject(name)
                .put("type", "string")
                .put("description", description);
    }

    private static void require(ObjectNode schema) {
        ArrayNode required = schema.putArray("required");
        List.copyOf(((ObjectNode) schema.get("properties")).propertyNames()).forEach(required::add);
    }
}
