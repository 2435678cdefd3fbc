package io.casewire.replication.obligation;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.EventHandler;
import io.casewire.messaging.Received;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Takes case events: keeps the file, then derives. Every revision of a case counts in its turn, also when a batch has
 * several, so that a replay leaves the same history however Kafka cuts it.
 */
final class CaseHandler implements EventHandler<CaseEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(CaseHandler.class);

    /** Lines that are read and written at once, about: sixty nationwide cases, or five for 400 regions each. */
    private static final int LINES_AT_ONCE = 2000;

    /** Of a case that names nobody one by one. */
    private static final int USUAL_LINES = 31;

    private final Scopes scopes;
    private final Cases cases;
    private final Tellings tellings;
    private final Derivation derivation;
    private final Announcements announcements;
    private final ApplicationEventPublisher inside;

    CaseHandler(
            Scopes scopes,
            Cases cases,
            Tellings tellings,
            Derivation derivation,
            Announcements announcements,
            ApplicationEventPublisher inside) {
        this.scopes = scopes;
        this.cases = cases;
        this.tellings = tellings;
        this.derivation = derivation;
        this.announcements = announcements;
        this.inside = inside;
    }

    @Override
    public void on(List<Received<CaseEvent>> batch) {
        List<Envelope<CaseEvent>> left = new ArrayList<>();
        for (Received<CaseEvent> received : batch) {
            Envelope<CaseEvent> envelope = received.envelope();
            // a tombstone: the case travels on another topic now
            if (envelope != null) {
                left.add(envelope);
            }
        }
        // the document a case was read from may be the instrument that another one rests on
        announcements.take(left.stream()
                .map(envelope -> Announcement.of(envelope.event().document()))
                .filter(announcement ->
                        announcement.day() != null && !announcement.keys().isEmpty())
                .distinct()
                .toList());
        while (!left.isEmpty()) {
            left = afterOneOfEach(left);
        }
    }

    /** Handles the first event of each case, as many as make some {@link #LINES_AT_ONCE}; returns what is left. */
    private List<Envelope<CaseEvent>> afterOneOfEach(List<Envelope<CaseEvent>> events) {
        Map<CaseId, Envelope<CaseEvent>> now = new LinkedHashMap<>();
        List<Envelope<CaseEvent>> later = new ArrayList<>();
        int lines = 0;
        for (Envelope<CaseEvent> event : events) {
            CaseId id = event.event().caseId();
            if (lines >= LINES_AT_ONCE || now.containsKey(id)) {
                later.add(event);
            } else {
                now.put(id, event);
                lines += lines(event.event());
            }
        }
        handle(now);
        return later;
    }

    private static int lines(CaseEvent event) {
        Promotion promotion = event.content().promotion();
        return promotion == null ? 1 : Math.max(USUAL_LINES, promotion.regions().size());
    }

    private void handle(Map<CaseId, Envelope<CaseEvent>> events) {
        Map<CaseId, CaseFile> files = new LinkedHashMap<>();
        events.forEach((id, envelope) -> files.put(id, file(envelope)));
        Set<String> titles = new HashSet<>();
        cases.findAll(files.keySet()).values().stream()
                .filter(before -> before.revision() < revision(files, before.id()))
                .forEach(before -> titles.add(before.titleKey()));
        cases.keepNewer(files.values());
        List<CaseId> current = cases.findAll(files.keySet()).values().stream()
                .filter(kept -> kept.revision() == revision(files, kept.id()))
                .map(CaseFile::id)
                .toList();
        if (current.isEmpty()) {
            return;
        }
        current.forEach(id -> titles.add(incoming(files, id).titleKey()));
        Set<CaseId> touched = new LinkedHashSet<>(current);
        // a national instrument takes the place of provincial ones, and no longer once it is gone
        cases.promotedTitled(titles).stream()
                .filter(Supersession::canBefall)
                .map(CaseFile::id)
                .forEach(touched::add);
        touched.addAll(tellings.restingOn(current));
        derivation.reconcile(touched);
        inside.publishEvent(new TitlesChanged(titles));
    }

    private CaseFile file(Envelope<CaseEvent> envelope) {
        CaseEvent event = envelope.event();
        PromotedCase promoted = PromotedCase.of(event.content(), event.document(), envelope.time());
        Scope scope = scopes.of(promoted);
        if (!scope.unresolved().isEmpty()) {
            LOG.warn(
                    "Case {} is promoted to places the gazetteer does not know: {}",
                    event.caseId(),
                    scope.unresolved());
        }
        return CaseFile.of(envelope, promoted, scope);
    }

    private static long revision(Map<CaseId, CaseFile> files, CaseId id) {
        return incoming(files, id).revision();
    }

    private static CaseFile incoming(Map<CaseId, CaseFile> files, CaseId id) {
        return Objects.requireNonNull(files.get(id), "only what was asked for is found");
    }
}
