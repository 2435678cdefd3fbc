package io.casewire.catalog.casefile;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireJson;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a case lies in its document. The record and the document reference are kept as the JSON they travelled as, so that
 * no number changes on the way; title, domains, zones and document stand beside it for whoever looks into the store.
 */
final class CaseFields {
    static final String ID = "_id";
    static final String REVISION = "revision";
    static final String WRITES = "writes";
    static final String FIRST = "firstPublished";
    private static final String UPDATED = "updated";
    private static final String WITHDRAWN = "withdrawn";
    private static final String RECORD = "record";
    private static final String SOURCE = "source";

    private static final JsonMapper JSON = WireJson.mapper();

    private CaseFields() {}

    /** Everything that a revision says, save when the case was first published. */
    static Bson write(CaseRevision revision) {
        CaseRecord content = revision.event().content();
        DocumentReference document = revision.event().document();
        String reason = revision.withdrawnReason();
        return combine(
                set(REVISION, revision.number()),
                set(UPDATED, Date.from(revision.time())),
                reason == null ? unset(WITHDRAWN) : set(WITHDRAWN, reason),
                set("title", content.title()),
                set("domains", content.domains().stream().map(Domain::slug).toList()),
                set("zones", content.zones()),
                set("document", document.id().value()),
                set(RECORD, revision.record()),
                set(SOURCE, revision.source()));
    }

    static StoredCase read(Document document) {
        String reason = document.getString(WITHDRAWN);
        return new StoredCase(
                JSON.readValue(document.getString(RECORD), CaseRecord.class),
                JSON.readValue(document.getString(SOURCE), DocumentReference.class),
                document.getLong(REVISION),
                reason != null,
                reason,
                document.getDate(FIRST).toInstant(),
                document.getDate(UPDATED).toInstant(),
                document.getLong(WRITES));
    }
}
