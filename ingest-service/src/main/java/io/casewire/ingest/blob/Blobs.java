package io.casewire.ingest.blob;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Bytes in pieces of at most 4 MB, one document each, under {@code <sha256>/<piece>}. Putting the same bytes again
 * rewrites the same pieces, so no order of writes and no crash between them does harm.
 */
@Component
public final class Blobs {
    private static final String COLLECTION = "blobs";
    private static final int PIECE = 4 * 1024 * 1024;

    private final MongoOperations mongo;

    public Blobs(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Keeps these bytes; durable when it returns. */
    public BlobReference put(byte[] bytes) {
        try {
            return put(Sha256.of(bytes), new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("An array does not fail to be read", e);
        }
    }

    /**
     * Keeps what the stream holds; durable when it returns.
     *
     * @param sha256 of the whole stream
     */
    public BlobReference put(String sha256, InputStream in) throws IOException {
        long size = 0;
        int piece = 0;
        for (byte[] bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
            write(sha256, piece++, bytes);
            size += bytes.length;
        }
        return new BlobReference(sha256, size);
    }

    /**
     * All the bytes, in memory.
     *
     * @throws DamagedBlob when they are not what was put
     */
    public byte[] read(BlobReference blob) {
        try (InputStream in = open(blob)) {
            byte[] bytes = in.readAllBytes();
            if (!Sha256.of(bytes).equals(blob.sha256())) {
                throw new DamagedBlob("Blob " + blob.sha256() + " has other bytes than its name says");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The store is no file", e);
        }
    }

    /** The bytes piece by piece, each verified before it is handed out; throws {@link DamagedBlob} while being read. */
    public InputStream open(BlobReference blob) {
        return new PiecesInputStream(blob.size(), piece -> piece(blob.sha256(), piece));
    }

    /** Removes what is not needed any more; does nothing where it is gone. */
    public void delete(BlobReference blob) {
        mongo.execute(
                COLLECTION,
                pieces -> pieces.deleteMany(Filters.regex("_id", Pattern.compile("^" + blob.sha256() + "/"))));
    }

    private void write(String sha256, int piece, byte[] bytes) {
        String id = id(sha256, piece);
        Document document =
                new Document("_id", id).append("sha256", Sha256.of(bytes)).append("bytes", new Binary(bytes));
        try {
            mongo.execute(
                    COLLECTION,
                    pieces -> pieces.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true)));
        } catch (DuplicateKeyException _) {
            // somebody puts the same bytes at this moment
        }
    }

    private byte[] piece(String sha256, int piece) {
        String id = id(sha256, piece);
        Document document = mongo.execute(COLLECTION, pieces -> first(pieces, id));
        if (document == null) {
            throw new DamagedBlob("Blob " + id + " is missing");
        }
        byte[] bytes = document.get("bytes", Binary.class).getData();
        if (!Sha256.of(bytes).equals(document.getString("sha256"))) {
            throw new DamagedBlob("Blob " + id + " is damaged");
        }
        return Arrays.copyOf(bytes, bytes.length);
    }

    private static @Nullable Document first(MongoCollection<Document> pieces, String id) {
        return pieces.find(Filters.eq("_id", id)).first();
    }

    private static String id(String sha256, int piece) {
        return "%s/%05d".formatted(sha256, piece);
    }
}
