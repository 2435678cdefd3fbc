package io.casewire.benchmarks.program;

import io.casewire.benchmarks.report.Folders;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.topic.TopicSettings;
import io.casewire.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** An empty broker with all topics and an empty store, both on loopback and without accounts; closing deletes them. */
public final class Backbone implements AutoCloseable {
    private final Path folder;
    private final Program program;
    private final String broker;
    private final String store;

    private Backbone(Path folder, Program program) {
        this.folder = folder;
        this.program = program;
        String told = program.told();
        int between = told.indexOf(' ');
        this.broker = told.substring(0, between);
        this.store = told.substring(between + 1);
    }

    /** @param folder for everything that is written */
    public static Backbone in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Backbone backbone = new Backbone(
                folder, Program.start(BrokerAndStore.class, folder.resolve("broker.log"), folder.toString()));
        createTopics(backbone.broker, 1, Map.of());
        return backbone;
    }

    public Path folder() {
        return folder;
    }

    /** Bootstrap servers. */
    public String broker() {
        return broker;
    }

    /** Where the store is, without a database. */
    public String store() {
        return store;
    }

    /** Of broker and store together. */
    public double processorSeconds() {
        return program.processorSeconds();
    }

    /** What broker and store together hold on to now. */
    public Footprint footprint() throws InterruptedException {
        return program.footprint();
    }

    /** Waits until neither has anything to do. */
    public void settle() throws InterruptedException {
        program.settle();
    }

    @Override
    public void close() throws IOException {
        program.close();
        Folders.delete(folder);
    }

    /**
     * Makes all topics and those of their dead letters.
     *
     * @param copies of each partition, on as many brokers
     * @param more settings of every topic
     */
    public static void createTopics(String broker, int copies, Map<String, String> more) throws InterruptedException {
        Map<String, String> settings = new HashMap<>(TopicSettings.keeping(null));
        settings.putAll(more);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(Topics.all().stream()
                            .flatMap(topic -> Stream.of(topic.name(), topic.deadLetterName())
                                    .map(name ->
                                            new NewTopic(name, topic.partitions(), (short) copies).configs(settings)))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new NotMeasured("the broker makes no topics: " + e.getCause());
        }
    }
}
