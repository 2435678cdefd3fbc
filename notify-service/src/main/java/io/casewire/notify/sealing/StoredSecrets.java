package io.casewire.notify.sealing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.casewire.identity.local.PrivateFile;
import io.casewire.identity.local.UnusableKeys;
import io.casewire.identity.web.IdentitySettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;

/**
 * The secrets in a collection, at the start of the service: all must open before anything is changed, and those that are not
 * sealed with the newest key are sealed with it.
 */
public final class StoredSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSecrets.class);

    private final MongoCollection<Document> collection;
    private final List<String> paths;

    /** @param paths of the texts that are sealed, such as {@code robot.url} */
    public StoredSecrets(MongoCollection<Document> collection, List<String> paths) {
        this.collection = collection;
        this.paths = List.copyOf(paths);
    }

    /**
     * The keys in their file, which is made where nothing was sealed yet.
     *
     * @throws UnusableSecrets when a secret cannot be opened; nothing was changed then
     */
    public KeyRing unlock(SealingSettings settings, IdentitySettings identity) {
        PrivateFile file = new PrivateFile(settings.file(identity));
        try {
            KeyRing keys = keys(file);
            requireAllOpen(keys, file);
            sealAll(keys);
            return keys;
        } catch (UnusableKeys e) {
            throw new UnusableSecrets(String.valueOf(e.getMessage()), e);
        }
    }

    private KeyRing keys(PrivateFile file) {
        Optional<String> there = file.read();
        Set<String> used = there.isPresent() ? Set.of() : used();
        if (!used.isEmpty()) {
            throw new UnusableSecrets("They are sealed with " + used + ", and " + file + " is not there.");
        }
        try {
            return KeyRing.read(there.orElseGet(() -> file.readOrMake(KeyRing::draw)));
        } catch (UnusableSecrets e) {
            throw new UnusableSecrets(file + " cannot be used. " + e.getMessage(), e);
        }
    }

    /** Ids of the keys that something is sealed with. */
    private Set<String> used() {
        TreeSet<String> used = new TreeSet<>();
        for (Document document : all()) {
            for (String path : paths) {
                String stored = text(document, path);
                if (stored != null && stored.startsWith(KeyRing.PREFIX)) {
                    used.add(KeyRing.keyOf(stored));
                }
            }
        }
        return used;
    }

    private void requireAllOpen(KeyRing keys, PrivateFile file) {
        for (Document document : all()) {
            for (String path : paths) {
                String stored = text(document, path);
                if (stored != null) {
                    requireOpen(keys, file, document, stored);
                }
            }
        }
    }

    private static void requireOpen(KeyRing keys, PrivateFile file, Document document, String stored) {
        try {
            String _ = keys.open(stored);
        } catch (UnusableSecrets e) {
            throw new UnusableSecrets(
                    file + " does not open those of " + document.get("_id") + ". " + e.getMessage(), e);
        }
    }

    private void sealAll(KeyRing keys) {
        int sealed = 0;
        for (Document document : all()) {
            for (String path : paths) {
                String stored = text(document, path);
                // a change by an instance that runs already has sealed it anew
                if (stored != null
                        && !keys.isCurrent(stored)
                        && collection
                                        .updateOne(
                                                new Document("_id", document.get("_id")).append(path, stored),
                                                Updates.set(path, keys.seal(keys.open(stored))))
                                        .getModifiedCount()
                                == 1) {
                    sealed++;
                }
            }
        }
        if (sealed > 0) {
            LOG.info("{} stored secrets were sealed with the newest of {}", sealed, keys);
        }
    }

    private Iterable<Document> all() {
        return collection.find().projection(Projections.include(paths));
    }

    private static @Nullable String text(Document document, String path) {
        Object value = document;
        for (String name : StringUtils.delimitedListToStringArray(path, ".")) {
            value = value instanceof Document inner ? inner.get(name) : null;
        }
        return value instanceof String text ? text : null;
    }
}
