package example;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints type, key and title of every event on a topic. Usage: CLIENT=FOLDER java … example.Read TOPIC */
public final class Read {
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Read() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || System.getenv("CLIENT") == null && System.getenv("KAFKA") == null) {
            System.err.println("usage: CLIENT=FOLDER java … example.Read TOPIC, or without passwords KAFKA=HOST:PORT");
            System.exit(2);
        }
        // System.out writes ? for Chinese in the locale of cron and systemd
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (KafkaConsumer<String, CloudEvent> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new CloudEventDeserializer())) {
            consumer.subscribe(List.of(arguments[0]));
            Duration patience = SILENCE.multipliedBy(6);
            for (ConsumerRecords<String, CloudEvent> records = consumer.poll(patience);
                    !records.isEmpty();
                    records = consumer.poll(SILENCE)) {
                records.forEach(record -> out.println(line(record)));
            }
        }
    }

    /** A record without value is a tombstone: the case travels on the topic of another domain now. */
    private static String line(ConsumerRecord<String, CloudEvent> record) {
        CloudEvent event = record.value();
        return event == null
                ? "moved to another topic\t" + record.key() + '\t'
                : event.getType() + '\t' + record.key() + '\t'
                        + title(JSON.readTree(event.getData().toBytes()));
    }

    /** Every event carries the whole thing under its own name: case, task, obligation, … */
    private static String title(JsonNode data) {
        return data.values().stream()
                .filter(thing -> thing.has("title"))
                .map(thing -> thing.get("title").asString())
                .findFirst()
                .orElse("");
    }

    private static Properties settings() throws IOException {
        Properties settings = new Properties();
        String folder = System.getenv("CLIENT");
        if (folder == null) {
            settings.put("bootstrap.servers", System.getenv("KAFKA"));
            settings.put("group.id", "example-java");
        } else {
            try (Reader file = Files.newBufferedReader(Path.of(folder, "client.properties"))) {
                settings.load(file);
            }
        }
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }
}
