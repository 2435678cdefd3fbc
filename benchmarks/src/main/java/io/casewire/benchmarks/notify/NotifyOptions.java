package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.report.BenchOptions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is measured of notify, as asked for on the command line. */
@Command(
        name = "casewire bench notify",
        sortOptions = false,
        optionListHeading = "%n",
        footerHeading = "%n",
        description = {
            "Has invented events told, below the temporary folder and on loopback, ours and what is beside it in turn, and prints:",
            "",
            "matching  finding the subscriptions of an event, beside Lucene's Monitor: the same ones for every event, else it ends with 1",
            "fanout    one event to many webhooks, signed and logged, beside a bare loop over Micronaut's client, and wrk where it is installed",
            "streams   events to many open live streams, beside a bare loop of writes with Netty",
            "latency   from an upload until the webhook comes, nothing else being done, beside one record through the same broker",
        },
        footer = {
            "A small run: --subscriptions 10000 --events 30 --webhooks 1000 --listeners 200 --streamed 20 --documents 20",
            "On a machine that does other work it says so: do not trust its times."
        })
final class NotifyOptions extends BenchOptions {
    private static final int MOST_SUBSCRIPTIONS = 1_000_000;

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "of ${COMPLETION-CANDIDATES}")
    private Set<Part> only = EnumSet.allOf(Part.class);

    private List<Integer> subscriptions = List.of();
    private int rounds;
    private int events;
    private int webhooks;
    private int connections;
    private int listeners;
    private int streamed;
    private int documents;

    /** What can be measured by itself; named as one types it. */
    enum Part {
        matching,
        fanout,
        streams,
        latency
    }

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "of each (${DEFAULT-VALUE})")
    void setRounds(int number) {
        rounds = checked("--rounds", number, 1, 100);
    }

    @Option(
            names = "--subscriptions",
            split = ",",
            paramLabel = "N",
            defaultValue = "10000,100000",
            description = "that events are matched with (${DEFAULT-VALUE})")
    void setSubscriptions(List<Integer> numbers) {
        subscriptions = numbers.stream()
                .map(number -> checked("--subscriptions", number, 1, MOST_SUBSCRIPTIONS))
                .toList();
    }

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "50",
            description = "matched in a round (${DEFAULT-VALUE})")
    void setEvents(int number) {
        events = checked("--events", number, 1, 100_000);
    }

    @Option(
            names = "--webhooks",
            paramLabel = "N",
            defaultValue = "10000",
            description = "subscriptions by webhook that one event is told (${DEFAULT-VALUE})")
    void setWebhooks(int number) {
        webhooks = checked("--webhooks", number, 1, 100_000);
    }

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "32",
            description = "to the receiver at once, ours and beside (${DEFAULT-VALUE})")
    void setConnections(int number) {
        connections = checked("--connections", number, 1, 512);
    }

    @Option(
            names = "--listeners",
            paramLabel = "N",
            defaultValue = "1000",
            description = "open live streams (${DEFAULT-VALUE})")
    void setListeners(int number) {
        listeners = checked("--listeners", number, 1, 5_000);
    }

    @Option(
            names = "--streamed",
            paramLabel = "N",
            defaultValue = "50",
            description = "events written to each of them in a round (${DEFAULT-VALUE})")
    void setStreamed(int number) {
        streamed = checked("--streamed", number, 1, 200);
    }

    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "100",
            description = "uploaded one by one (${DEFAULT-VALUE})")
    void setDocuments(int number) {
        documents = checked("--documents", number, 5, 10_000);
    }

    Set<Part> parts() {
        return EnumSet.copyOf(only);
    }

    List<Integer> subscriptions() {
        return subscriptions;
    }

    int rounds() {
        return rounds;
    }

    int events() {
        return events;
    }

    int webhooks() {
        return webhooks;
    }

    int connections() {
        return connections;
    }

    int listeners() {
        return listeners;
    }

    int streamed() {
        return streamed;
    }

    int documents() {
        return documents;
    }

    /** What was asked for, for the report. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("rounds", rounds);
        settings.put("subscriptions", subscriptions);
        settings.put("events", events);
        settings.put("webhooks", webhooks);
        settings.put("connections", connections);
        settings.put("listeners", listeners);
        settings.put("streamed", streamed);
        settings.put("documents", documents);
        return settings;
    }
}
