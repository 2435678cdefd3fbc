package io.casewire.catalog.lineage;

import io.casewire.catalog.lineage.likeness.Candidates;
import io.casewire.catalog.lineage.likeness.Telling;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.id.LinkId;
import io.casewire.contracts.wire.Envelope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Links what is heard of with what was heard before. Every telling is entered into the postings before it looks others up, so of two
 * that come at once, here or in another instance, one finds the other. Taking the same again changes nothing.
 */
final class Linker {
    /** The CloudEvents source of links. */
    static final URI SOURCE = URI.create("/casewire/catalog");

    private static final int ROUNDS = 50;

    /** One telling brings at most so many links: they lead on to the others of the same innovation. */
    private static final int MOST_NEW = 6;

    private static final Comparator<LinkChange> SUREST_FIRST = Comparator.comparing(
                    (LinkChange change) -> change.after().link().confidence(), Comparator.reverseOrder())
            .thenComparing(change -> change.after().link().id().value());

    private final Tellings tellings;
    private final Postings postings;
    private final Links links;
    private final LinkJudge judge;
    private final Clock clock;
    private final Counter comparisons;

    Linker(Tellings tellings, Postings postings, Links links, LinkJudge judge, Clock clock, MeterRegistry meters) {
        this.tellings = tellings;
        this.postings = postings;
        this.links = links;
        this.judge = judge;
        this.clock = clock;
        this.comparisons = Counter.builder("casewire.catalog.lineage.comparisons")
                .description("pairs of tellings that were compared")
                .register(meters);
    }

    /**
     * Takes what a batch of events told.
     *
     * @throws OptimisticLockingFailureException if others changed the links faster than they could be written; try again
     */
    synchronized void hear(List<Heard> batch) {
        Map<String, Heard> heard = new LinkedHashMap<>();
        batch.forEach(one -> heard.merge(one.id(), one, Heard::newer));
        Map<String, Tellings.Entered> known = tellings.entered(heard.keySet());
        heard.values().removeIf(one -> {
            Tellings.Entered kept = known.get(one.id());
            return kept != null && kept.revision() > one.revision();
        });
        if (heard.isEmpty()) {
            return;
        }
        tellings.keep(heard.values());
        Map<String, Set<String>> near = near(heard.values(), known);
        for (int round = 0; round < ROUNDS; round++) {
            if (links.write(changes(heard, near))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("The links of " + heard.size() + " cases keep changing");
    }

    /** Enters them into the postings and tells whom each is to be compared with. */
    private Map<String, Set<String>> near(Collection<Heard> heard, Map<String, Tellings.Entered> known) {
        Map<String, Set<String>> idsByKey = new LinkedHashMap<>();
        for (Heard one : heard) {
            Tellings.Entered before = known.get(one.id());
            if (before != null) {
                Set<String> gone = new LinkedHashSet<>(before.keys());
                gone.removeAll(one.keys());
                postings.remove(one.id(), gone);
            }
            one.keys().forEach(key -> idsByKey.computeIfAbsent(key, _ -> new LinkedHashSet<>())
                    .add(one.id()));
        }
        Map<String, List<String>> ids = postings.enter(idsByKey);
        Map<String, Set<String>> near = new LinkedHashMap<>();
        for (Heard one : heard) {
            if (one.telling() != null) {
                near.put(one.id(), Candidates.of(one.id(), one.keys(), ids));
            }
        }
        return near;
    }

    private List<LinkChange> changes(Map<String, Heard> heard, Map<String, Set<String>> near) {
        Map<LinkId, StoredLink> present = links.touching(heard.keySet());
        Map<String, Set<String>> others = others(heard.keySet(), near, present.values());
        Set<String> wanted = new LinkedHashSet<>(heard.keySet());
        others.values().forEach(wanted::addAll);
        Map<String, Telling> kept = tellings.find(wanted);
        Map<LinkId, LinkChange> changes = new LinkedHashMap<>();
        others.forEach((id, ids) -> {
            Envelope<? extends Event> cause =
                    Objects.requireNonNull(heard.get(id)).cause();
            for (LinkChange change : changes(id, ids, present, kept, cause)) {
                changes.putIfAbsent(change.after().link().id(), change);
            }
        });
        return new ArrayList<>(changes.values());
    }

    /** Whom each is to be compared with: who is near, and who is linked already. */
    private static Map<String, Set<String>> others(
            Set<String> heard, Map<String, Set<String>> near, Collection<StoredLink> present) {
        Map<String, Set<String>> others = new LinkedHashMap<>();
        near.forEach((id, ids) -> others.put(id, new LinkedHashSet<>(ids)));
        for (StoredLink link : present) {
            for (String end : List.of(link.link().from(), link.link().to())) {
                if (heard.contains(end)) {
                    others.computeIfAbsent(end, _ -> new LinkedHashSet<>()).add(link.other(end));
                }
            }
        }
        return others;
    }

    /** What changes of the links of one telling: of links that are there whatever has to, of new ones the surest. */
    private List<LinkChange> changes(
            String id,
            Set<String> others,
            Map<LinkId, StoredLink> present,
            Map<String, Telling> kept,
            Envelope<? extends Event> cause) {
        Instant now = clock.instant();
        List<LinkChange> changes = new ArrayList<>();
        List<LinkChange> added = new ArrayList<>();
        for (String other : others) {
            StoredLink before = present.get(StoredLink.id(id, other));
            if (before == null || !before.decidedByPerson()) {
                comparisons.increment();
                StoredLink after = judge.next(before, kept.get(id), kept.get(other), now);
                if (after != null) {
                    (before == null ? added : changes).add(change(before, after, cause, now));
                }
            }
        }
        added.sort(SUREST_FIRST);
        changes.addAll(added.subList(0, Math.min(added.size(), MOST_NEW)));
        return changes;
    }

    private static LinkChange change(
            @Nullable StoredLink before, StoredLink after, Envelope<? extends Event> cause, Instant now) {
        LinkEvent event = after.event();
        return new LinkChange(after, before == null ? 0 : before.revision(), cause.causing(event, SOURCE, now));
    }
}
