package io.casewire.cli.tail;

import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.wire.WireJson;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code casewire tail}: shows what comes on topics, and what lies there, without a consumer group. */
@Command(
        name = "tail",
        description = {
            "Show events as they come, or from any place on: a line each, until Ctrl-C.",
            "Reads without a consumer group: nobody's place is moved. A record that is no event is shown as UNREADABLE",
            "with its place (TOPIC/PARTITION@OFFSET), and reading goes on."
        })
public final class TailCommand implements Callable<Integer> {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final PrintStream out;

    @Mixin
    private ReaderOptions reader = new ReaderOptions();

    @Parameters(
            paramLabel = "TOPIC",
            arity = "0..*",
            description = "As `topics` lists them (default: all that may be read).")
    private List<String> names = List.of();

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            description =
                    "beginning, latest, a day or time (2026-12-01, 2026-12-01T08:00:00+08:00), or, of one topic, an"
                            + " offset (default: latest; with --until-now: beginning).")
    private @Nullable String from;

    @Option(names = "--kind", split = ",", paramLabel = "KIND", description = "Only these, such as case.published.")
    private List<String> kinds = List.of();

    @Option(
            names = "--domain",
            split = ",",
            paramLabel = "DOMAIN",
            description = "Only of these domains, such as trade.")
    private List<String> domains = List.of();

    @Option(names = "--key", paramLabel = "ID", description = "Only of the thing with that id.")
    private @Nullable String key;

    @Option(names = "--limit", paramLabel = "N", description = "End after so many lines.")
    private @Nullable Long limit;

    @Option(names = "--until-now", description = "End where the topics end now.")
    private boolean untilNow;

    @Option(names = "--json", description = "Whole, as CloudEvents in JSON (structured mode), one a line.")
    private boolean json;

    private long shown;

    public TailCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        List<Topic<?>> topics =
                names.stream().<Topic<?>>map(Kinds::topic).distinct().toList();
        Filter filter = new Filter(
                kinds.stream().map(Kinds::kind).collect(Collectors.toSet()),
                domains.stream().map(Kinds::domain).collect(Collectors.toSet()),
                key);
        From place = From.parse(from == null ? (untilNow ? "beginning" : "latest") : from);
        if (place instanceof From.Offset && topics.size() != 1) {
            throw new WrongUse("an offset is of one topic: name it");
        }
        if (limit != null && limit < 1) {
            throw new WrongUse("--limit is 1 or more");
        }
        Deployment deployment = reader.deployment();
        // asked only whether the broker answers: where it does not, this says so instead of waiting in silence
        deployment.admin().close();
        try (Reading reading = new Reading(deployment)) {
            read(reading, topics, place, filter);
        }
        return 0;
    }

    private void read(Reading reading, List<Topic<?>> named, From place, Filter filter) {
        List<Topic<?>> visible = reading.visible();
        Set<String> seen = visible.stream().map(Topic::name).collect(Collectors.toSet());
        named.stream().filter(topic -> !seen.contains(topic.name())).findFirst().ifPresent(topic -> {
            throw new Refused("there is no topic " + topic.name() + " at the broker, or this account may not read it");
        });
        CountDownLatch ended = new CountDownLatch(1);
        Thread stopped = new Thread(() -> stop(reading, ended), "casewire-tail-stop");
        Runtime.getRuntime().addShutdownHook(stopped);
        try {
            reading.read(named.isEmpty() ? visible : named, place, untilNow, line -> wantsMore(line, filter));
        } finally {
            out.flush();
            ended.countDown();
            release(stopped);
        }
    }

    private boolean wantsMore(Line line, Filter filter) {
        if (!filter.takes(line)) {
            return true;
        }
        out.println(json ? WireJson.mapper().writeValueAsString(line.json()) : line.text());
        // into a pipe that was closed, as by head
        return (limit == null || ++shown < limit) && !out.checkError();
    }

    /** Ctrl-C: what is being printed ends with its line. */
    private static void stop(Reading reading, CountDownLatch ended) {
        reading.stop();
        try {
            boolean _ = ended.await(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void release(Thread stopped) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopped);
        } catch (IllegalStateException e) {
            // it is this hook that ended the reading
        }
    }
}
