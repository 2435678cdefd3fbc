package io.casewire.benchmarks.replication;

import io.casewire.benchmarks.program.Backbone;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.report.Goal;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.benchmarks.report.Report;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Replication with a broker and a store of its own, into which cases are published. */
final class LedgerUnderLoad implements AutoCloseable {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);
    private static final double MILLIS = 1_000;
    /** Deriving, guarding and publishing may cost as much as this many bare inserts; what it is has not been measured at full size. */
    private static final double MOST_TIMES_BY_HAND = 4;

    private final ReplicationOptions options;
    private final PrintStream out;
    private final AddressedCases cases;
    private final Backbone backbone;
    private final Admin admin;
    private final Program service;
    private final long end;

    private LedgerUnderLoad(
            ReplicationOptions options, PrintStream out, AddressedCases cases, Backbone backbone, Program service) {
        this.options = options;
        this.out = out;
        this.cases = cases;
        this.backbone = backbone;
        this.admin = Admin.create(Map.of("bootstrap.servers", backbone.broker()));
        this.service = service;
        this.end = System.nanoTime() + options.limit().toNanos();
    }

    /** Starts all of it. */
    static LedgerUnderLoad in(Path folder, ReplicationOptions options, PrintStream out)
            throws IOException, InterruptedException {
        Backbone backbone = Backbone.in(folder);
        try {
            Program service = Program.start(
                    ReplicationProgram.class,
                    folder.resolve("replication.log"),
                    backbone.broker(),
                    backbone.store(),
                    folder.toString());
            return new LedgerUnderLoad(options, out, new AddressedCases(options.regions()), backbone, service);
        } catch (IOException | NotMeasured e) {
            backbone.close();
            throw e;
        }
    }

    /**
     * Processor time an obligation, in milliseconds.
     *
     * @param program of the program
     * @param servers of broker and store
     */
    private record Cost(double program, double servers) {
        double together() {
            return program + servers;
        }
    }

    void run(Report report) throws IOException, InterruptedException {
        int half = options.cases() / 2;
        long obligations = (long) options.cases() * cases.regions().size();
        out.printf(
                "%d cases for %d regions, %d obligations:%n",
                options.cases(), cases.regions().size(), obligations);
        LedgerRequests requests = new LedgerRequests(service.told(), backbone.folder(), cases);
        settle();
        List<Cost> quarters = new ArrayList<>();
        Cost first = half(0, half, quarters);
        Map<String, LedgerRequests.Asked> few = requests.reads();
        Cost second = half(half, options.cases(), quarters);
        Map<String, LedgerRequests.Asked> many = requests.reads();
        Cost byHand = byHand(obligations);
        Map<String, Object> costs = new LinkedHashMap<>();
        costs.put("firstHalf", first);
        costs.put("secondHalf", second);
        costs.put("quarters", quarters);
        costs.put("byHand", byHand);
        report.add(
                "derive",
                costs,
                Map.of("derive by hand", Goal.atMost(second.together() / byHand.together(), MOST_TIMES_BY_HAND)));
        reads(report, few, many);
        LedgerRequests.Latency steps = requests.steps(options.rate(), options.seconds(), options.cases());
        out.printf(
                "  %d steps at %d a second: p50 %.1f ms, p99 %.1f ms, %d refused or failed%n",
                steps.taken(), options.rate(), steps.p50(), steps.p99(), steps.failed());
        report.add("steps", Map.of("latencyMillis", steps), Map.of());
    }

    private void reads(Report report, Map<String, LedgerRequests.Asked> few, Map<String, LedgerRequests.Asked> many) {
        out.println(
                "  what an answer asks the store for, commands and documents, with half of the cases and with all:");
        many.forEach((path, asked) -> out.printf("    %-48s %s   %s%n", path, few.get(path), asked));
        report.add("reads", Map.of("half", few, "all", many), Map.of());
    }

    /** In two quarters, so that it shows whether an obligation costs more the more there are. */
    private Cost half(int from, int to, List<Cost> quarters) throws InterruptedException {
        int middle = (from + to) / 2;
        Cost first = derived(from, middle);
        Cost second = derived(middle, to);
        quarters.add(first);
        quarters.add(second);
        double share = (double) (middle - from) / (to - from);
        return new Cost(
                first.program() * share + second.program() * (1 - share),
                first.servers() * share + second.servers() * (1 - share));
    }

    private Cost derived(int from, int to) throws InterruptedException {
        double before = service.processorSeconds();
        double servers = backbone.processorSeconds();
        publish(from, to);
        long number = (long) (to - from) * cases.regions().size();
        await(() -> published() >= (long) to * cases.regions().size(), service);
        settle();
        Cost cost = new Cost(
                (service.processorSeconds() - before) * MILLIS / number,
                (backbone.processorSeconds() - servers) * MILLIS / number);
        out.printf(
                "  %7d more: %6.3f ms of processor time an obligation, and %6.3f of broker and store%n",
                number, cost.program(), cost.servers());
        return cost;
    }

    private Cost byHand(long number) throws IOException, InterruptedException {
        double servers = backbone.processorSeconds();
        try (Program byHand = Program.start(
                HandWrittenLedger.class,
                backbone.folder().resolve("by-hand.log"),
                backbone.broker(),
                backbone.store())) {
            await(() -> committed() >= number, byHand);
            byHand.settle();
            Cost cost = new Cost(
                    byHand.processorSeconds() * MILLIS / number,
                    (backbone.processorSeconds() - servers) * MILLIS / number);
            out.printf(
                    "  by hand:      %6.3f ms of processor time an obligation, and %6.3f of broker and store%n",
                    cost.program(), cost.servers());
            return cost;
        }
    }

    private void settle() throws InterruptedException {
        service.settle();
        backbone.settle();
    }

    private void publish(int from, int to) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backbone.broker(), "acks", "all", "linger.ms", 50),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int number = from; number < to; number++) {
                Envelope<CaseEvent> event = cases.event(number);
                sent.add(producer.send(
                        EventCodec.encode(Topics.cases(event.event().content().firstDomain()), event)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new NotMeasured("the broker does not take the cases: " + e.getCause());
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    private interface Reached {
        boolean now() throws InterruptedException;
    }

    private void await(Reached reached, Program program) throws InterruptedException {
        while (!reached.now()) {
            program.processorSeconds();
            if (System.nanoTime() > end) {
                throw new NotMeasured(
                        "it was not done within " + options.limit().toMinutes() + " minutes; events of " + published()
                                + " obligations are on the topic");
            }
            Thread.sleep(LOOKS_EVERY);
        }
    }

    /** Events of obligations that are on the topic. */
    private long published() throws InterruptedException {
        return answered(admin.listOffsets(partitions().stream()
                                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                        .all())
                .values()
                .stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    private long committed() throws InterruptedException {
        return answered(admin.listConsumerGroupOffsets(HandWrittenLedger.GROUP).partitionsToOffsetAndMetadata())
                .values()
                .stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    private static List<TopicPartition> partitions() {
        return IntStream.range(0, Topics.OBLIGATION.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.OBLIGATION.name(), partition))
                .toList();
    }

    private static <T> T answered(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new NotMeasured("the broker does not answer: " + e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        admin.close();
        service.close();
        backbone.close();
    }
}
