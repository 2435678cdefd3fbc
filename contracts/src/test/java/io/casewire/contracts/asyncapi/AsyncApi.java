package io.casewire.contracts.asyncapi;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.TopicSettings;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3.0 document of all topics, made of the registry, the wire names, the schemas and the golden examples. */
final class AsyncApi {
    private static final String TOMBSTONE = "tombstone";
    private static final String DEAD_LETTER = "deadLetter";

    private final ObjectNode document = WireJson.mapper().createObjectNode();

    private AsyncApi() {}

    static String document() throws IOException {
        AsyncApi description = new AsyncApi();
        description.head();
        description.channels();
        description.operations();
        description.components();
        return WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(description.document) + '\n';
    }

    private void head() {
        document.put("asyncapi", "3.0.0").put("id", "urn:casewire:topics");
        document.putObject("info")
                .put("title", "Casewire: topics and events")
                .put("version", "1")
                .put("description", Sentences.INFO)
                .putObject("externalDocs")
                .put(
                        "description",
                        "CloudEvents on Kafka; limits and what particular clients meet: docs/topics.md of Casewire")
                .put(
                        "url",
                        "https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md");
        document.put("defaultContentType", "application/json");
        ObjectNode servers = document.putObject("servers");
        server(servers, "deployment", "kafka-secure", "kafka.example.org:9095", Sentences.DEPLOYMENT);
        server(servers, "machine", "kafka", "127.0.0.1:9092", Sentences.MACHINE);
    }

    private static void server(ObjectNode servers, String name, String protocol, String host, String description) {
        ObjectNode server = servers.putObject(name);
        server.put("host", host).put("protocol", protocol).put("description", description);
        server.putArray("security").addObject().put("$ref", "#/components/securitySchemes/account");
    }

    private void channels() {
        ObjectNode channels = document.putObject("channels");
        for (Topic<?> topic : Topics.all()) {
            Words words = Words.of(topic);
            ObjectNode channel = channel(channels, topic.name(), topic, topic.retention());
            channel.put("title", words.english())
                    .put("description", Sentences.of(topic))
                    .put("x-title-zh", words.chinese())
                    .put("x-audience", Topics.audience(topic).name());
            ObjectNode messages = channel.putObject("messages");
            types(topic).forEach(type -> reference(messages, type));
            if (isOfCases(topic)) {
                reference(messages, TOMBSTONE);
            }
        }
        for (Topic<?> topic : Topics.all()) {
            Words words = Words.of(topic);
            ObjectNode channel = channel(channels, topic.deadLetterName(), topic, Topics.DEAD_LETTER_RETENTION);
            channel.put("title", "Dead letters of " + topic.name())
                    .put("description", Sentences.deadLetters(topic))
                    .put("x-title-zh", words.chinese() + "（未能处理的记录）");
            reference(channel.putObject("messages"), DEAD_LETTER);
        }
    }

    private static ObjectNode channel(ObjectNode channels, String name, Topic<?> topic, @Nullable Duration retention) {
        ObjectNode channel = channels.putObject(name).put("address", name);
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", name).put("partitions", topic.partitions());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        Map<String, String> settings = TopicSettings.keeping(retention);
        configuration.putArray("cleanup.policy").add(settings.get("cleanup.policy"));
        for (String number : List.of("retention.ms", "max.message.bytes")) {
            configuration.put(number, Long.parseLong(settings.getOrDefault(number, "")));
        }
        kafka.put("bindingVersion", "0.5.0");
        return channel;
    }

    private static void reference(ObjectNode messages, String name) {
        messages.putObject(name).put("$ref", "#/components/messages/" + name);
    }

    private void operations() {
        ObjectNode operations = document.putObject("operations");
        for (Topic<?> topic : Topics.all()) {
            operation(operations, topic.name(), "Read " + topic.name(), Sentences.readers(topic));
        }
        for (Topic<?> topic : Topics.all()) {
            operation(operations, topic.deadLetterName(), "Read what listeners could not handle", Sentences.OPERATORS);
        }
    }

    private static void operation(ObjectNode operations, String name, String title, String readers) {
        ObjectNode operation = operations.putObject("receive." + name);
        operation.put("action", "receive").put("title", title).put("description", readers);
        operation.putObject("channel").put("$ref", "#/channels/" + name);
        ObjectNode kafka = operation.putObject("bindings").putObject("kafka");
        kafka.putObject("groupId").put("type", "string").put("description", Sentences.GROUP);
        kafka.put("bindingVersion", "0.5.0");
    }

    private void components() throws IOException {
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        for (Map.Entry<String, Class<? extends Event>> event : WireNames.all().entrySet()) {
            event(messages, event.getKey(), Sample.of(event.getKey(), event.getValue()));
        }
        ObjectNode tombstone = messages.putObject(TOMBSTONE);
        tombstone
                .put("name", TOMBSTONE)
                .put("title", "The case moved to the topic of another domain")
                .put("summary", Sentences.TOMBSTONE)
                .put("x-title-zh", "案例已转至其他领域的主题");
        tombstone.putObject("payload").put("type", "null");
        key(tombstone, "^case-[0-9a-v]{26}$");
        ObjectNode letter = messages.putObject(DEAD_LETTER);
        letter.put("name", DEAD_LETTER)
                .put("title", "A record that a listener could not handle")
                .put("summary", Sentences.DEAD_LETTER)
                .put("x-title-zh", "未能处理的记录")
                .put("contentType", "application/octet-stream");
        letter.putObject("headers").put("$ref", "#/components/schemas/deadLetterHeaders");
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("eventHeaders", HeaderSchemas.ofEvents());
        schemas.set("deadLetterHeaders", HeaderSchemas.ofDeadLetters());
        components
                .putObject("securitySchemes")
                .putObject("account")
                .put("type", "scramSha256")
                .put("description", Sentences.ACCOUNT);
    }

    private static void event(ObjectNode messages, String type, Sample sample) {
        Words words = Words.ofEvent(type);
        ObjectNode message = messages.putObject(type);
        message.put("name", type)
                .put("title", words.english())
                .put("x-title-zh", words.chinese())
                .put("contentType", "application/json");
        ObjectNode headers = message.putObject("headers");
        headers.putArray("allOf").addObject().put("$ref", "#/components/schemas/eventHeaders");
        ObjectNode constants = headers.put("type", "object").putObject("properties");
        constants.putObject("ce_type").put("const", type);
        constants.putObject("ce_dataschema").put("const", "urn:casewire:schema:" + type);
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
        payload.putObject("schema").put("$ref", "./schema/" + type + ".json");
        key(message, '^' + sample.key().substring(0, sample.key().indexOf('-')) + "-[0-9a-v]{26}$");
        ObjectNode example = message.putArray("examples").addObject().put("name", "golden");
        ObjectNode shown = example.putObject("headers");
        sample.headers().forEach(shown::put);
        example.set("payload", sample.payload());
    }

    private static void key(ObjectNode message, String pattern) {
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("pattern", pattern)
                .put("description", "The id of the thing the event is about.");
        kafka.put("bindingVersion", "0.5.0");
    }

    /** The wire names of what travels on that topic, in the order of the table. */
    static List<String> types(Topic<?> topic) {
        return WireNames.all().entrySet().stream()
                .filter(event -> topic.valueType().isAssignableFrom(event.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    static boolean isOfCases(Topic<?> topic) {
        return topic.valueType().equals(CaseEvent.class);
    }
}
