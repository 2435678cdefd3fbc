package example;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints type, key and title of every event on a topic. Usage: CLIENT=FOLDER java … example.Read TOPIC, or without passwords KAFKA=HOST:PORT */
public final class Read {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Read() {}

    public static void main(String[] arguments) throws Exception {
        Properties settings = new Properties();
        if (System.getenv("CLIENT") != null) {
            try (Reader file = Files.newBufferedReader(Path.of(System.getenv("CLIENT"), "client.properties"))) {
                settings.load(file);
            }
        } else {
            settings.put("bootstrap.servers", System.getenv("KAFKA"));
            settings.put("group.id", "example-java");
        }
        settings.put("auto.offset.reset", "earliest");
        // System.out writes ? for Chinese in the locale of cron and systemd
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new CloudEventDeserializer())) {
            consumer.subscribe(List.of(arguments[0]));
            for (var records = consumer.poll(Duration.ofSeconds(30)); !records.isEmpty(); records = consumer.poll(Duration.ofSeconds(5))) {
                records.forEach(record -> out.println(line(record.key(), record.value())));
            }
        }
    }

    /** A record without value is a tombstone: the case travels on the topic of another domain now. */
    private static String line(String key, CloudEvent event) {
        return event == null
                ? "moved to another topic\t" + key + '\t'
                : event.getType() + '\t' + key + '\t' + title(JSON.readTree(event.getData().toBytes()));
    }

    /** Every event carries the whole thing under its own name: case, task, obligation, … */
    private static String title(JsonNode data) {
        return data.values().stream().filter(thing -> thing.has("title")).map(thing -> thing.get("title").asString()).findFirst().orElse("");
    }
}
