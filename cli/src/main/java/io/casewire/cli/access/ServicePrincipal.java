package io.casewire.cli.access;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service as Kafka and the store know it.
 *
 * @param name of the principal, of the store's user and of the one database it owns
 * @param reads topics it reads; it writes and reads their dead letters
 * @param writes topics it publishes on
 */
public record ServicePrincipal(String name, List<Topic<? extends Event>> reads, List<Topic<? extends Event>> writes) {
    public ServicePrincipal {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    /** The services with a store and a broker; the console has neither. */
    public static List<ServicePrincipal> all() {
        return List.of(
                new ServicePrincipal(
                        "ingest",
                        List.of(),
                        casesAnd(List.of(Topics.DOCUMENT, Topics.TASK, Topics.EVIDENCE, Topics.CHAPTER))),
                new ServicePrincipal(
                        "catalog",
                        // its own topic is what it restores the links from
                        casesAnd(List.of(Topics.TASK, Topics.EVIDENCE, Topics.CHAPTER, Topics.LINK, Topics.OBLIGATION)),
                        List.of(Topics.LINK)),
                new ServicePrincipal(
                        "replication",
                        // its own topics are what it restores the ledger from
                        casesAnd(List.of(
                                Topics.TASK,
                                Topics.EVIDENCE,
                                Topics.LINK,
                                Topics.OBLIGATION,
                                Topics.PLAN,
                                Topics.SETTLEMENT)),
                        List.of(Topics.OBLIGATION, Topics.PLAN, Topics.SETTLEMENT)),
                new ServicePrincipal(
                        "notify",
                        casesAnd(
                                List.of(Topics.DOCUMENT, Topics.TASK, Topics.EVIDENCE, Topics.LINK, Topics.OBLIGATION)),
                        List.of(Topics.DELIVERY)));
    }

    /** Topics it may look at, each once. */
    public List<Topic<? extends Event>> topics() {
        return Stream.concat(reads.stream(), writes.stream()).distinct().toList();
    }

    /** What the names of its consumer groups begin with. */
    public String groupPrefix() {
        return "casewire-" + name;
    }

    private static List<Topic<? extends Event>> casesAnd(List<Topic<? extends Event>> more) {
        List<Topic<? extends Event>> all = new ArrayList<>(Topics.cases());
        all.addAll(more);
        return all;
    }
}
