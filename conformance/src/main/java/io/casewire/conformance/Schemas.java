package io.casewire.conformance;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.SchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import io.casewire.contracts.id.StableId;
import io.casewire.contracts.parsed.LineRange;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas (2020-12, as OpenAPI 3.1 has them) of the records that services take and answer. Whatever is not nullable is always
 * there; answers may have more, bodies of requests may not.
 */
final class Schemas {
    private static final String PLACE = "components/schemas";

    private final SourceDocs docs;
    private final SchemaBuilder answers;
    private final SchemaGenerator requests;
    /** Names of the members of shapes that lie among those of another, and not always. */
    private final Set<Set<String>> missing = new HashSet<>();

    Schemas(JsonMapper mapper, SourceDocs docs) {
        this.docs = docs;
        this.answers = new SchemaGenerator(config(mapper, false)
                        .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                        .build())
                .buildMultipleSchemaDefinitions();
        this.requests = new SchemaGenerator(
                config(mapper, true).with(Option.INLINE_ALL_SCHEMAS).build());
    }

    /** A reference to what an answer of that type holds. */
    ObjectNode answer(Type type) {
        return answers.createSchemaReference(type);
    }

    /** What a body of that type may hold, whole. */
    ObjectNode request(Type type) {
        ObjectNode schema = requests.generateSchema(type);
        schema.remove("$schema");
        return schema;
    }

    /** All that was referred to, by name. */
    Map<String, JsonNode> definitions() {
        Map<String, JsonNode> all = new TreeMap<>();
        answers.collectDefinitions(PLACE)
                .properties()
                .forEach(each -> all.put(each.getKey(), apart((ObjectNode) each.getValue())));
        all.values().forEach(each -> settleParts((ObjectNode) each));
        return all;
    }

    /** A reference beside members is two parts of one whole: generators of clients refuse it, although JSON Schema allows it. */
    private static ObjectNode apart(ObjectNode schema) {
        if (schema.has("$ref") && schema.has("properties")) {
            JsonNode reference = schema.remove("$ref");
            JsonNode description = schema.remove("description");
            ObjectNode own = schema.deepCopy();
            schema.removeAll();
            if (description != null) {
                schema.set("description", description);
            }
            ArrayNode parts = schema.putArray("allOf");
            parts.addObject().set("$ref", reference);
            parts.add(own);
        }
        return schema;
    }

    private SchemaGeneratorConfigBuilder config(JsonMapper mapper, boolean strict) {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        mapper, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonSchemaModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY,
                        JacksonOption.RESPECT_JSONPROPERTY_ORDER))
                .with(Option.ADDITIONAL_FIXED_TYPES, Option.EXTRA_OPEN_API_FORMAT_VALUES);
        builder.forFields()
                .withRequiredCheck(
                        field -> field.getRawMember().getAnnotatedType().getAnnotation(Nullable.class) == null)
                .withNullableCheck(field ->
                        strict && field.getRawMember().getAnnotatedType().getAnnotation(Nullable.class) != null)
                .withDescriptionResolver(
                        field -> blankToNull(docs.of(field.getDeclaringType().getErasedType())
                                .parts()
                                .getOrDefault(field.getDeclaredName(), "")));
        builder.forTypesInGeneral()
                .withDescriptionResolver(scope ->
                        blankToNull(docs.of(scope.getType().getErasedType()).whole()))
                .withDefinitionNamingStrategy(new Naming())
                .withCustomDefinitionProvider((type, context) -> special(mapper, type, context));
        if (strict) {
            builder.forTypesInGeneral().withAdditionalPropertiesResolver(Schemas::nothingElse);
        }
        return builder;
    }

    private static @Nullable Type nothingElse(TypeScope scope) {
        return scope.getType().getErasedType().isRecord() ? Void.class : null;
    }

    private @Nullable CustomDefinition special(JsonMapper mapper, ResolvedType type, SchemaGenerationContext context) {
        ObjectNode definition = context.getGeneratorConfig().createObjectNode();
        Class<?> raw = type.getErasedType();
        if (raw.isEnum()) {
            ArrayNode values = definition.put("type", "string").putArray("enum");
            // as they are written, whatever says so
            Stream.of(raw.getEnumConstants())
                    .forEach(value -> values.add(mapper.valueToTree(value).asString()));
            return new CustomDefinition(definition);
        }
        noteWhatMayBeMissing(raw);
        if (raw.getPackage() == StableId.class.getPackage() && raw.isRecord()) {
            definition.put("type", "string");
            if (StableId.class.isAssignableFrom(raw)) {
                definition.put("pattern", "^[a-z]+-[0-9a-v]{26}$");
            }
            return new CustomDefinition(definition, true);
        }
        if (raw == LineRange.class) {
            definition.put("type", "array").put("minItems", 2).put("maxItems", 2);
            definition.putObject("items").put("type", "integer").put("minimum", 1);
            return new CustomDefinition(definition, true);
        }
        return JsonNode.class.isAssignableFrom(raw) ? new CustomDefinition(definition, true) : null;
    }

    private void noteWhatMayBeMissing(Class<?> raw) {
        for (Field field : raw.isRecord() ? raw.getDeclaredFields() : new Field[0]) {
            if (field.isAnnotationPresent(JsonUnwrapped.class)
                    && field.getAnnotatedType().getAnnotation(Nullable.class) != null) {
                missing.add(Stream.of(field.getType().getDeclaredFields())
                        .filter(member -> !Modifier.isStatic(member.getModifiers()))
                        .map(Field::getName)
                        .collect(Collectors.toSet()));
            }
        }
    }

    /** Members of another shape among its own come twice, by field and by accessor; where that shape may be null none is required. */
    private void settleParts(ObjectNode schema) {
        if (schema.get("allOf") instanceof ArrayNode parts) {
            for (JsonNode part : parts) {
                if (missing.contains(Set.copyOf(part.path("properties").propertyNames()))) {
                    ((ObjectNode) part).remove("required");
                }
            }
            List<JsonNode> once = parts.valueStream().distinct().toList();
            parts.removeAll();
            parts.addAll(once);
        }
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Names by the type and what it lies in, {@code Obligation}, {@code PageOfLedgerLine}, {@code SearchAnswer}. */
    private static final class Naming implements SchemaDefinitionNamingStrategy {
        @Override
        public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
            return name(key.getType());
        }

        @Override
        public void adjustDuplicateNames(Map<DefinitionKey, String> names, SchemaGenerationContext context) {
            // a record of a sealed kind comes twice: as any of its kind, with the property that names it, and by itself
            boolean one = names.keySet().stream()
                            .map(key -> key.getType().getErasedType())
                            .distinct()
                            .count()
                    == 1;
            names.replaceAll((key, name) -> {
                if (one) {
                    return key.getIgnoredDefinitionProvider() == null ? name : name + "Fields";
                }
                String packageName = key.getType().getErasedType().getPackageName();
                String last = packageName.substring(packageName.lastIndexOf('.') + 1);
                return Character.toUpperCase(last.charAt(0)) + last.substring(1) + name;
            });
        }

        private static String name(ResolvedType type) {
            Class<?> raw = type.getErasedType();
            Class<?> outer = raw.getEnclosingClass();
            String own = outer != null && !outer.isInterface()
                    ? outer.getSimpleName().replaceFirst("Controller$", "") + raw.getSimpleName()
                    : raw.getSimpleName();
            return type.getTypeParameters().isEmpty()
                    ? own
                    : own
                            + type.getTypeParameters().stream()
                                    .map(Naming::name)
                                    .collect(Collectors.joining("And", "Of", ""));
        }
    }
}
