package io.casewire.standalone.demo;

import io.casewire.standalone.remote.Instance;
import io.casewire.standalone.remote.Upload;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far the demonstration's events have come.
 *
 * @param cases in the catalogue
 * @param obligations of regions that are to adopt
 * @param messages that reached the receiver
 */
record Account(int cases, int obligations, int messages) {
    void print(
            PrintStream out,
            Upload.Outcome documents,
            String adoption,
            WebhookReceiver receiver,
            Map<String, Long> topics,
            Instance instance) {
        line(out, "documents", documents.published() + " published");
        line(out, "cases", cases + " in the catalogue");
        line(
                out,
                "topics",
                topics.entrySet().stream()
                        .map(topic -> topic.getKey() + " " + topic.getValue())
                        .collect(Collectors.joining(", ")));
        line(out, "obligations", obligations + " of regions; " + adoption);
        line(
                out,
                "deliveries",
                "%d signed messages received, %d twice, %d refused"
                        .formatted(receiver.messages(), receiver.repeated(), receiver.refused()));
        line(out, "look at", instance.url() + "  Kafka at " + instance.kafka() + "  ./casewire status");
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf("  %-12s %s%n", name, value);
    }
}
