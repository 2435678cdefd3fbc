package io.casewire.contracts.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The JSON of records and events: components in declared order, absent ones left out, ISO-8601 dates, times as {@link WireTime}
 * writes them, numbers in their shortest form.
 */
public final class WireJson {
    /** Longest string accepted: the whole text of a case is far below. */
    private static final int MAX_STRING = 4_000_000;

    /** Longest document accepted, in bytes. */
    private static final long MAX_DOCUMENT = 16_000_000;

    private static final int MAX_NESTING = 64;

    private static final JsonMapper MAPPER = builder().build();

    private WireJson() {}

    /** The shared mapper; immutable and thread-safe. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper.Builder builder() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAX_STRING)
                        .maxDocumentLength(MAX_DOCUMENT)
                        .maxNestingDepth(MAX_NESTING)
                        .build())
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        return JsonMapper.builder(factory)
                .addModule(WireNumbers.module())
                .addModule(new SimpleModule("times").addSerializer(Instant.class, new Times()))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                // an event of a newer producer may say more than this version knows
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                // an event of an older producer may lack a list that was added since: it is empty then
                .withConfigOverride(
                        List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    private static final class Times extends StdSerializer<Instant> {
        private Times() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
            json.writeString(WireTime.format(value));
        }
    }
}
