package io.casewire.replication.attachment;

import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.replication.ledger.Entry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of an obligation, all of them: there are few.
 *
 * @param items those that are there, in the order in which they came
 * @param removed those that were taken away, the same; one that came back is among {@code items} too
 * @param purged those whose bytes were destroyed, the same; one that was taken away before is among {@code removed} too
 */
record AttachmentList(List<Item> items, List<Item> removed, List<Item> purged) {
    /**
     * A file; see {@link Attachment} for what the parts mean.
     *
     * @param actor who attached it, took it away or had it destroyed
     * @param reason why it was taken away or destroyed; null where it was not
     */
    record Item(
            String sha256,
            String name,
            @Nullable String title,
            String type,
            long size,
            String actor,
            Instant at,
            @Nullable String reason) {
        static Item of(Attachment file) {
            return new Item(
                    file.sha256(),
                    file.name(),
                    file.title(),
                    file.type(),
                    file.size(),
                    file.actor(),
                    file.at(),
                    file.reason());
        }
    }

    static AttachmentList of(Entry entry) {
        return new AttachmentList(
                entry.attached().stream().map(Item::of).toList(),
                those(entry, Attachment.Act.REMOVED),
                those(entry, Attachment.Act.PURGED));
    }

    private static List<Item> those(Entry entry, Attachment.Act act) {
        return entry.files().stream()
                .filter(file -> file.act() == act)
                .map(Item::of)
                .toList();
    }
}
