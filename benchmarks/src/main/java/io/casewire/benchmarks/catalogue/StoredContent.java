package io.casewire.benchmarks.catalogue;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bson.RawBsonDocument;

/**
 * The cases and their history as they lie in the store, byte for byte. Left out is how often a case was written, which depends on how the log was cut
 * into batches and is told to nobody.
 *
 * @param cases how many
 * @param revisions how many
 * @param digest SHA-256 of all documents in the order of their ids
 */
public record StoredContent(long cases, long revisions, String digest) {
    static StoredContent of(MongoDatabase database) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long cases = add(database, "cases", digest);
            long revisions = add(database, "revisions", digest);
            return new StoredContent(cases, revisions, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static long add(MongoDatabase database, String collection, MessageDigest digest) {
        long count = 0;
        for (RawBsonDocument document : database.getCollection(collection, RawBsonDocument.class)
                .find()
                .projection(Projections.exclude("writes"))
                .sort(Sorts.ascending("_id"))) {
            digest.update(document.getByteBuffer().asNIO());
            count++;
        }
        return count;
    }
}
