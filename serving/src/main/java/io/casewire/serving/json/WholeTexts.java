package io.casewire.serving.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Texts of requests, without those that hold half of a character: JSON can write a surrogate alone, UTF-8 cannot, so that it would
 * be kept as something else than was sent.
 */
final class WholeTexts extends StringDeserializer {
    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        String text = super.deserialize(json, context);
        if (text != null && text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw context.weirdStringException(text, String.class, "half of a character");
        }
        return text;
    }
}
