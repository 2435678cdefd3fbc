package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.messaging.Outbox;
import io.casewire.replication.ledger.Entry.TakenStep;
import io.casewire.replication.store.StoredJson;
import io.casewire.serving.store.GuardedWrites;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** An {@link Entry} as a document: the obligation in its wire shape, what the ledger adds beside it. */
final class StoredEntry {
    static final String ACTIVE = "active";
    static final String CASE = "obligation.caseId";
    static final String REGION = "obligation.regionCode";
    static final String LEVEL = "obligation.level";
    static final String PROVINCE = "obligation.provinceCode";
    static final String STATUS = "obligation.status";
    static final String ROLE = "obligation.role";
    static final String DOMAINS = "obligation.domains";
    static final String PARENT = "obligation.basis.delegation.parent";
    static final String STRENGTH = "obligation.strength";
    static final String DUE_ON = "obligation.dueOn";
    static final String REMINDED = "reminded";
    static final String OUTCOME = "obligation.outcome";
    static final String ASSURANCE = "obligation.assurance";
    static final String FILE = "journal.attachments.attachment.sha256";
    private static final String STANDINGS = "standings";

    /** Those that hold and that rates count: what {@link Entry#counts} says, for the store. */
    static final Bson COUNTS =
            Filters.and(Filters.eq(ACTIVE, true), Filters.eq(ROLE, Role.ADOPTER.name()), Filters.eq(PARENT, null));

    static final Bson WITHOUT_OUTBOX = Projections.exclude(Outbox.FIELD);

    private static final List<String> HEAD_FIELDS = Stream.concat(
                    Stream.of(
                                    "id",
                                    "caseId",
                                    "caseRevision",
                                    "caseTitle",
                                    "domains",
                                    "regionCode",
                                    "regionName",
                                    "role",
                                    "status",
                                    "outcome",
                                    "assurance",
                                    "claim",
                                    "evidence",
                                    "strength",
                                    "since",
                                    "level",
                                    "provinceCode",
                                    "basis.rule",
                                    "basis.instrument",
                                    "basis.day",
                                    "basis.origin",
                                    "basis.delegation.parent")
                            .map(field -> "obligation." + field),
                    Stream.of(GuardedWrites.REVISION, ACTIVE, "derivedAt", "steps.revision", "steps.step.at"))
            .toList();

    /** What a {@link LedgerHead} is made of: no texts that were reported, and not the members of sets. */
    static final Bson HEAD = Projections.include(HEAD_FIELDS);

    /** What an entry of an earlier day is made of: heads with where each step led and how the line stood. */
    static final Bson PAST = Projections.include(Stream.concat(
                    HEAD_FIELDS.stream(),
                    Stream.of(
                            "updatedAt", "lapsed", STANDINGS, "steps.step.from", "steps.step.to", "steps.step.outcome"))
            .toList());

    private StoredEntry() {}

    /** Everything but the id and the outbox. */
    static Document fields(Entry entry) {
        return new Document("obligation", StoredJson.document(entry.obligation()))
                .append(GuardedWrites.REVISION, entry.revision())
                .append(ACTIVE, entry.active())
                .append("lapsed", entry.lapsed())
                .append("steps", entry.steps().stream().map(StoredEntry::step).toList())
                .append("derivedAt", Date.from(entry.derivedAt()))
                .append("updatedAt", Date.from(entry.updatedAt()))
                .append("journal", StoredJson.document(entry.journal()))
                .append(STANDINGS, standings(entry))
                .append(REMINDED, Reminded.stored(entry.reminded()))
                .append(SortKeys.FIELD, SortKeys.of(entry));
    }

    static Entry entry(Document document) {
        return new Entry(
                StoredJson.value(document.get("obligation", Document.class), Obligation.class),
                document.getLong(GuardedWrites.REVISION),
                document.getString("lapsed"),
                document.getList("steps", Document.class).stream()
                        .map(StoredEntry::step)
                        .toList(),
                instant(document, "derivedAt"),
                instant(document, "updatedAt"),
                Reminded.read(document.get(REMINDED, Document.class)),
                journal(document),
                standings(document));
    }

    /** An entry of what {@link #PAST} gives: without texts that were reported and what else is no matter of counts. */
    static Entry past(Document document) {
        return new Entry(
                StoredJson.value(document.get("obligation", Document.class), Obligation.class),
                document.getLong(GuardedWrites.REVISION),
                document.getString("lapsed"),
                document.getList("steps", Document.class, List.of()).stream()
                        .map(StoredEntry::pastStep)
                        .toList(),
                instant(document, "derivedAt"),
                instant(document, "updatedAt"),
                null,
                Journal.EMPTY,
                standings(document));
    }

    private static TakenStep pastStep(Document document) {
        Document step = document.get("step", Document.class);
        String outcome = step.getString("outcome");
        return new TakenStep(
                new Step(
                        Status.valueOf(step.getString("from")),
                        Status.valueOf(step.getString("to")),
                        outcome == null ? null : Outcome.valueOf(outcome),
                        null,
                        Instant.parse(step.getString("at")),
                        null,
                        null,
                        List.of()),
                document.getLong(GuardedWrites.REVISION),
                null,
                null,
                null);
    }

    /** One that follows from the rest of a line that never changed is not kept. */
    private static @Nullable List<Document> standings(Entry entry) {
        return entry.standings().size() == 1
                ? null
                : entry.standings().stream()
                        .map(standing -> new Document("at", Date.from(standing.at()))
                                .append("holds", standing.holds())
                                .append("role", standing.role().name())
                                .append("assurance", standing.assurance().name()))
                        .toList();
    }

    /** Empty in entries that never changed, and in those that are older than standings. */
    private static List<Standing> standings(Document document) {
        return document.getList(STANDINGS, Document.class, List.of()).stream()
                .map(standing -> new Standing(
                        instant(standing, "at"),
                        standing.getBoolean("holds", true),
                        Role.valueOf(standing.getString("role")),
                        Assurance.valueOf(standing.getString("assurance"))))
                .toList();
    }

    /** Empty in entries that are older than journals. */
    private static Journal journal(Document document) {
        Document journal = document.get("journal", Document.class);
        return journal == null ? Journal.EMPTY : StoredJson.value(journal, Journal.class);
    }

    static LedgerHead head(Document document) {
        Obligation obligation = StoredJson.value(document.get("obligation", Document.class), Obligation.class);
        List<Document> steps = document.getList("steps", Document.class, List.of());
        boolean closed = obligation.status() == Status.CLOSED && !steps.isEmpty();
        return new LedgerHead(
                obligation,
                document.getLong(GuardedWrites.REVISION),
                !document.getBoolean(ACTIVE, true),
                instant(document, "derivedAt"),
                closed ? closing(steps.getLast()) : null);
    }

    private static LedgerHead.Closing closing(Document step) {
        return new LedgerHead.Closing(
                step.getLong(GuardedWrites.REVISION),
                Instant.parse(step.get("step", Document.class).getString("at")));
    }

    private static Document step(TakenStep taken) {
        return new Document("step", StoredJson.document(taken.step()))
                .append(GuardedWrites.REVISION, taken.revision())
                .append("key", taken.key())
                .append("fingerprint", taken.fingerprint())
                .append("chain", taken.chain());
    }

    private static TakenStep step(Document document) {
        return new TakenStep(
                StoredJson.value(document.get("step", Document.class), Step.class),
                document.getLong(GuardedWrites.REVISION),
                document.getString("key"),
                document.getString("fingerprint"),
                document.getString("chain"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
