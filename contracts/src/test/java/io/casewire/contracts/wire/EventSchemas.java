package io.casewire.contracts.wire;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.id.StableId;
import io.casewire.contracts.parsed.LineRange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas from the event records: what is not nullable is required, more is allowed. */
final class EventSchemas {
    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    static String of(Class<? extends Event> type) {
        ObjectNode schema = GENERATOR.generateSchema(type);
        schema.put("$id", "urn:casewire:schema:" + WireNames.of(type));
        openEnumerations(schema);
        return WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema);
    }

    /** The values of today, and any other: a later version may add one, and readers are asked to take it for "other" or absent. */
    private static void openEnumerations(ObjectNode schema) {
        if (schema.get("enum") instanceof ArrayNode values) {
            schema.remove(List.of("type", "enum"));
            ArrayNode either = schema.putArray("anyOf");
            either.addObject().put("type", "string").set("enum", values);
            either.addObject().put("type", "string");
            return;
        }
        for (JsonNode part : List.copyOf(schema.values())) {
            if (part instanceof ObjectNode object) {
                openEnumerations(object);
            }
        }
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        WireJson.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonSchemaModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE, JacksonOption.RESPECT_JSONPROPERTY_ORDER))
                .with(Option.ADDITIONAL_FIXED_TYPES, Option.EXTRA_OPEN_API_FORMAT_VALUES);
        builder.forFields()
                .withRequiredCheck(
                        field -> field.getRawMember().getAnnotatedType().getAnnotation(Nullable.class) == null);
        builder.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            Class<?> raw = type.getErasedType();
            ObjectNode definition = context.getGeneratorConfig().createObjectNode();
            if (raw.getPackage() == StableId.class.getPackage()) {
                return new CustomDefinition(definition.put("type", "string").put("pattern", "^[a-z]+-[0-9a-v]{26}$"));
            }
            if (raw == LineRange.class) {
                definition.put("type", "array").put("minItems", 2).put("maxItems", 2);
                definition.putObject("items").put("type", "integer").put("minimum", 1);
                return new CustomDefinition(definition);
            }
            return null;
        });
        return new SchemaGenerator(builder.build());
    }
}
