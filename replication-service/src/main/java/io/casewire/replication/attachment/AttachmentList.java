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
 */
record AttachmentList(List<Item> items, List<Item> removed) {
    /**
     * A file; see {@link Attachment} for what the parts mean.
     *
     * @param actor who attached it, or took it away
     * @param reason why it was taken away; null where it was not
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
                entry.files().stream()
                        .filter(file -> file.act() == Attachment.Act.REMOVED)
                        .map(Item::of)
                        .toList());
    }
}
