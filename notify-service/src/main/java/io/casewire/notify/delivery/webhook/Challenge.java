package io.casewire.notify.delivery.webhook;

import io.casewire.contracts.wire.WireJson;
import io.casewire.notify.subscription.MailToken;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an endpoint has to repeat to be sent messages: drawn for one attempt, compared with its answer, and stored nowhere.
 *
 * @param text 128 random bits in hexadecimal
 */
record Challenge(String text) {
    private static final String MEMBER = "challenge";

    static Challenge draw() {
        return new Challenge(MailToken.draw().text());
    }

    /** That message with it in its {@code data}. */
    String in(String body) {
        JsonNode message = WireJson.mapper().readTree(body);
        if (message.path("data") instanceof ObjectNode data) {
            data.put(MEMBER, text);
        }
        return WireJson.mapper().writeValueAsString(message);
    }

    /** Whether an answer's body is it, as plain text or as {@code {"challenge":"…"}}. */
    boolean isRepeatedBy(String answer) {
        String given = answer.strip();
        if (given.equals(text)) {
            return true;
        }
        try {
            JsonNode json = WireJson.mapper().readTree(given);
            return json.isString()
                    ? json.asString().equals(text)
                    : text.equals(json.path(MEMBER).asString(""));
        } catch (JacksonException notJson) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Challenge";
    }
}
