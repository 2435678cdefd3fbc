package io.casewire.benchmarks.report;

import java.util.Map;

/** The speeds that have a goal, and which bench measures each; {@code docs/performance.md} has a line for every one. */
public enum Figure {
    C1(
            "publishing what is parsed, records a second",
            "Kafka's `ProducerPerformance`, same records",
            Limit.atLeast(0.60, 0.35),
            "ingest --only publishing",
            "begins with the decision to publish; upload and parsing are not in it"),
    C3_REGEX(
            "parsing, MB a second of processor time",
            "`java.util.regex` for the same fields",
            Limit.atLeast(3, 1.5),
            "parse --only speed",
            ""),
    C3_PYTHON(
            "parsing, MB a second of processor time",
            "Python's `re` for the same fields",
            Limit.atLeast(8, 4),
            "parse --only speed",
            ""),
    C4(
            "listener path without work, events a second",
            "a loop of `KafkaConsumer`",
            Limit.atLeast(0.95, 0.85),
            "",
            "no bench runs a listener without work"),
    C5(
            "the catalogue's consumer, events a second of processor time",
            "poll and bulk write by hand",
            Limit.atLeast(0.85, 0.70),
            "catalogue --only replay",
            ""),
    C5_WITH_STORE(
            "the same with broker and store",
            "the same by hand with broker and store",
            Limit.atLeast(0.85, 0.70),
            "catalogue --only replay",
            ""),
    C7("p99 of a search", "bare Lucene, same index and query", Limit.atMost(1.5, 2.5), "catalogue --only search", ""),
    C8(
            "matching with fewer than 100,000 subscriptions",
            "Lucene's Monitor, equal hits",
            Limit.atLeast(100, 20),
            "notify --only matching",
            ""),
    C9(
            "matching with 100,000 subscriptions or more",
            "Lucene's Monitor, equal hits",
            Limit.atLeast(500, 100),
            "notify --only matching",
            ""),
    C10_WRK(
            "webhooks a second, signed and logged",
            "`wrk`, same receiver",
            Limit.atLeast(0.40, 0.20),
            "notify --only fanout",
            "only where `wrk` is installed"),
    C10_LOOP(
            "webhooks a second, signed and logged",
            "a bare loop of Micronaut's client, same receiver",
            Limit.atLeast(0.80, 0.60),
            "notify --only fanout",
            ""),
    C11(
            "events a second to live streams",
            "a bare loop of writes with Netty",
            Limit.atLeast(0.60, 0.35),
            "notify --only streams",
            ""),
    C12(
            "start to ready",
            "the same without AOT cache",
            Limit.atMost(0.50, 0.60),
            "",
            "`bench ingest --only comparison` sets it beside an earlier commit, nothing beside the same without the cache"),
    C13(
            "resident memory of everything, idle, in GB",
            "nothing",
            Limit.atMost(1.0, 1.4),
            "",
            "`bench ingest --only comparison` tells it under load and beside an earlier commit only"),
    C14_P50(
            "p50 from upload to webhook, nothing else being done",
            "one record produced and consumed on the same broker",
            Limit.atMost(4),
            "notify --only latency",
            ""),
    C14_P99("p99 from upload to webhook, in ms", "nothing", Limit.atMost(250, 500), "notify --only latency", "");

    private final String measure;
    private final String baseline;

    @SuppressWarnings("ImmutableEnumChecker") // a record of values
    private final Limit limit;

    private final String bench;
    private final String gap;

    Figure(String measure, String baseline, Limit limit, String bench, String gap) {
        this.measure = measure;
        this.baseline = baseline;
        this.limit = limit;
        this.bench = bench;
        this.gap = gap;
    }

    /** Its number in the list of goals, {@code C10}; several figures may have the same. */
    public String number() {
        int rest = name().indexOf('_');
        return rest < 0 ? name() : name().substring(0, rest);
    }

    /** As reports call it; no two have the same. */
    public String title() {
        return "%s %s / %s".formatted(number(), measure, baseline.replace("`", ""));
    }

    /** What was reached, under its title, for a report. */
    public Map.Entry<String, Goal> reached(double value) {
        return Map.entry(title(), limit.reached(value));
    }

    String measure() {
        return measure;
    }

    String baseline() {
        return baseline;
    }

    Limit limit() {
        return limit;
    }

    /** What to type after {@code casewire bench}; empty where no bench measures it. */
    String bench() {
        return bench;
    }

    /** What of it is not measured, or why it is not at all; empty where all of it is. */
    String gap() {
        return gap;
    }
}
