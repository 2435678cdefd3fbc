package io.casewire.benchmarks.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may go wrong, what must hold then, and what shows that it does. */
enum Fault {
    F1(
            "broker killed mid-batch and back, three times",
            "no acknowledged event lost, none twice in the topic; ingest answers 503 with Retry-After when full",
            "run here short: 2,000 events, back after 2 s; not 100,000 events, 20 s and the heap",
            "ingest-service/OutageIT"),
    F3(
            "consumer killed between side effect and commit",
            "same documents and revisions as without, webhooks again only with the same id, nothing lost",
            "few kills, not 200",
            "ingest-service/publish/CrashIT",
            "ingest-service/KilledServiceIT",
            "notify-service/NotifyIT",
            "e2e/KillIT"),
    F5(
            "30 % of events delivered two to five times",
            "same state, no message sent again", "", "catalog-service/CaseFileIT", "notify-service/NotifyIT"),
    F6(
            "revisions out of order",
            "the highest revision wins; no reader sees it go back",
            "",
            "catalog-service/CaseFileIT",
            "client/CasewireConsumerIT"),
    F7(
            "store away for minutes",
            "nothing lost, partitions paused, no dead letters because of it",
            "for a minute at most; the time until caught up is told and held to nothing",
            "messaging/MessagingIT",
            "benchmarks/faults/StoreAwayIT"),
    F10_14(
            "receivers that hang, drip, never end, send bombs or huge headers, redirect, break TLS",
            "the attempt ends in time, at most 1 MiB each, no redirect followed, others not slower",
            "that others' p99 stays within 1.25 times is not measured",
            "notify-service/delivery/webhook/HostileReceiversTests",
            "notify-service/NotifyIT",
            "notify-service/SlowReceiversIT"),
    F15(
            "10,000 subscribers, 10 % dead",
            "the healthy are done within 1.25 times, nothing lost",
            "with few receivers; not with 10,000",
            "notify-service/SlowReceiversIT"),
    F16(
            "receiver down for 75 hours",
            "attempts as the retry delays say, then switched off with a notice",
            "",
            "notify-service/delivery/CourierTests",
            "notify-service/StoppedNoticeIT"),
    F17(
            "poison records with a backlog beside",
            "each a dead letter once, with reason and raw bytes; neighbours unaffected",
            "",
            "messaging/MessagingIT",
            "contracts/wire/MutilatedEventTests",
            "catalog-service/CaseFileIT"),
    F18("an Error in a listener", "unhealthy, and listening again within 30 s", "", "messaging/MessagingIT"),
    F19(
            "old consumer with a new event, new consumer with an old one",
            "all golden files are read; an unknown value is other or absent",
            "",
            "contracts/wire/GoldenEventTests",
            "contracts/wire/WireFormTests",
            "client/ReceivedTests"),
    F20_21(
            "disk full at the broker, at a service",
            "refused cleanly, nothing half-written, goes on by itself",
            "",
            "embedded/FullDiskIT",
            "ingest-service/FullDiskIT"),
    F23(
            "replay from offset 0",
            "same catalogue, no message sent again",
            "",
            "catalog-service/RestartIT",
            "replication-service/RebuildIT"),
    F27(
            "SIGTERM under load",
            "ends within 30 s, nothing lost",
            "under load of ingest and the catalogue only",
            "e2e/WholeWireIT",
            "benchmarks/faults/TerminatedIT"),
    F28(
            "1,000 readers of the live stream, 100 of which never read",
            "slow ones are let go and resume without gaps",
            "with one slow reader; not with 1,000",
            "notify-service/LiveStreamIT"),
    F29(
            "mail server slow, 4xx, 5xx, dropped after DATA",
            "sent again or not as specified, at most one twice",
            "",
            "notify-service/delivery/mail/MailSenderTests",
            "notify-service/MailDigestIT"),
    F30(
            "steady uploads, searches and webhooks for a long time",
            "heap after collection, threads and descriptors of every process stay flat, the disk grows alike with each document, nothing is lost",
            "the run kept lasted five minutes, on a machine with much else to do, and is broken: the heap of replication rose by 15.6 MB, whether as a beginning, as the counts it keeps of lines or as a leak is not found, and a search took more than a minute, which has not been looked into; the run still read its programs on threads that its own requests needed. In minutes what rises by less than the bounds is not seen (a tenth of the heap and 5 MB, a twentieth of the threads and 3, a tenth of the descriptors and 10)"),
    CLUSTER(
            "one of three brokers killed and back, each in turn, two instances of every service, documents uploaded meanwhile",
            "no acknowledged document lost, no event twice in a topic, publishing goes on",
            "what waits longer than `casewire.messaging.publish-timeout` for its acknowledgement is published anew and may lie twice, with the same `ce_id`: with 30 s it did at a load of 50, with 2 min no run is kept yet; all on one machine, no network that is cut");

    private final String what;
    private final String mustHold;
    private final String gap;

    @SuppressWarnings("ImmutableEnumChecker") // it is: List.of
    private final List<String> tests;

    Fault(String what, String mustHold, String gap, String... tests) {
        this.what = what;
        this.mustHold = mustHold;
        this.gap = gap;
        this.tests = List.of(tests);
    }

    /** As documents have it, {@code F10–14} or {@code cluster}. */
    String shown() {
        return name().startsWith("F") ? name().replace('_', '–') : name().toLowerCase(Locale.ROOT);
    }

    String what() {
        return what;
    }

    String mustHold() {
        return mustHold;
    }

    /** What of it is not proved; empty where all is. */
    String gap() {
        return gap;
    }

    /** Modules and classes that prove it beside a run. */
    List<String> tests() {
        return tests;
    }

    /** The fault of that name, as typed; empty if there is none. */
    static Optional<Fault> named(String name) {
        return Arrays.stream(values())
                .filter(fault ->
                        fault.name().equalsIgnoreCase(name.replace('-', '_').replace('–', '_')))
                .findFirst();
    }
}
