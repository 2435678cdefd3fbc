package io.casewire.cli.tail;

import io.casewire.cli.connect.Answer;
import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.topic.Partitions;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.WireJson;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code casewire topics}: the registry, and how much lies on each topic. */
@Command(
        name = "topics",
        description = {
            "Show all topics: who may read each, how long it is kept, its events, and how much lies there.",
            "Without a broker the numbers are left out."
        })
public final class TopicsCommand implements Callable<Integer> {
    private static final String LINE = "%-37s %-10s %-9s %-13s %8s  %-12s %s%n";
    private static final int NOT_DONE = 1;

    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private ReaderOptions reader = new ReaderOptions();

    @Option(names = "--json", description = "As JSON, with the end of each partition.")
    private boolean json;

    public TopicsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * What lies on a topic.
     *
     * @param ends by partition, the offset its next record will get
     */
    private record Content(long records, SortedMap<Integer, Long> ends) {}

    @Override
    public Integer call() {
        if (!reader.hasBroker()) {
            show(Map.of());
            if (!json) {
                out.println("Nothing runs on " + reader.data() + ": how much lies there is left out.");
            }
            return 0;
        }
        Deployment deployment = reader.deployment();
        try (Admin admin = deployment.admin()) {
            show(contents(admin));
            return 0;
        } catch (Refused e) {
            show(Map.of());
            err.println("casewire topics: " + e.getMessage());
            return NOT_DONE;
        }
    }

    private static Map<String, Content> contents(Admin admin) {
        Partitions partitions = new Partitions(admin);
        Set<String> there = Answer.of(admin.listTopics().names());
        List<TopicPartition> all = partitions.of(
                Topics.all().stream().map(Topic::name).filter(there::contains).toList());
        Map<TopicPartition, Long> beginnings = partitions.beginnings(all);
        Map<TopicPartition, Long> ends = partitions.ends(all);
        Map<String, Content> contents = new TreeMap<>();
        all.stream().collect(Collectors.groupingBy(TopicPartition::topic)).forEach((topic, its) -> {
            SortedMap<Integer, Long> itsEnds = new TreeMap<>();
            long records = 0;
            for (TopicPartition partition : its) {
                long end = Partitions.of(ends, partition);
                itsEnds.put(partition.partition(), end);
                records += end - Partitions.of(beginnings, partition);
            }
            contents.put(topic, new Content(records, itsEnds));
        });
        return contents;
    }

    private void show(Map<String, Content> contents) {
        if (json) {
            ArrayNode topics = WireJson.mapper().createArrayNode();
            Topics.all().forEach(topic -> topics.add(json(topic, contents.get(topic.name()))));
            out.println(WireJson.mapper().writeValueAsString(topics));
            return;
        }
        out.printf(LINE, "TOPIC", "PARTITIONS", "KEPT", "READERS", "RECORDS", "ENDS", "EVENTS");
        for (Topic<?> topic : Topics.all()) {
            @Nullable Content content = contents.get(topic.name());
            out.printf(
                    LINE,
                    topic.name(),
                    content == null ? topic.partitions() : content.ends().size(),
                    topic.retention() == null ? "no expiry" : topic.retention().toDays() + " days",
                    readers(topic),
                    content == null ? "-" : content.records(),
                    content == null
                            ? "-"
                            : content.ends().entrySet().stream()
                                    .map(end -> end.getKey() + ":" + end.getValue())
                                    .collect(Collectors.joining(" ")),
                    String.join(" ", Kinds.of(topic)));
        }
    }

    private static String readers(Topic<?> topic) {
        return switch (Topics.audience(topic)) {
            case EVERY_SYSTEM -> "every system";
            case LEDGER -> "with --ledger";
            case NOBODY -> "nobody";
        };
    }

    private static ObjectNode json(Topic<?> topic, @Nullable Content content) {
        ObjectNode line = WireJson.mapper().createObjectNode().put("topic", topic.name());
        Kinds.of(topic).forEach(line.putArray("events")::add);
        line.put(
                "partitions",
                content == null ? topic.partitions() : content.ends().size());
        if (topic.retention() != null) {
            line.put("keptDays", topic.retention().toDays());
        }
        line.put("audience", Topics.audience(topic).name());
        line.put("deadLetters", topic.deadLetterName());
        if (content != null) {
            line.put("records", content.records());
            ObjectNode ends = line.putObject("ends");
            content.ends().forEach((partition, end) -> ends.put(String.valueOf(partition), end));
        }
        return line;
    }
}
