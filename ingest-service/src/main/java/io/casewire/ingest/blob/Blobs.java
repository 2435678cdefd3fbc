package io.casewire.ingest.blob;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Bytes in pieces of at most 4 MB, one document each, under {@code <sha256>/<piece>}. Putting the same bytes again
 * rewrites the same pieces, so no order of writes and no crash between them does harm.
 */
@Component
public final class Blobs {
    private static final String COLLECTION = "blobs";
    private static final int DUPLICATE_KEY = 11000;
    private static final int PIECE = 4 * 1024 * 1024;

    private final MongoOperations mongo;

    public Blobs(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Keeps these bytes; durable when it returns. */
    public BlobReference put(byte[] bytes) {
        return putAll(List.of(bytes)).getFirst();
    }

    /** Keeps these, small ones in a single write; durable when it returns. */
    public List<BlobReference> putAll(List<byte[]> blobs) {
        List<BlobReference> references = new ArrayList<>();
        List<ReplaceOneModel<Document>> pieces = new ArrayList<>();
        long waiting = 0;
        for (byte[] bytes : blobs) {
            String sha256 = Sha256.of(bytes);
            references.add(new BlobReference(sha256, bytes.length));
            int piece = 0;
            for (int from = 0; from < bytes.length; from += PIECE) {
                byte[] part = from == 0 && bytes.length <= PIECE
                        ? bytes
                        : Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
                pieces.add(piece(id(sha256, piece++), part));
                waiting += part.length;
                if (waiting >= PIECE) {
                    write(pieces);
                    pieces.clear();
                    waiting = 0;
                }
            }
        }
        write(pieces);
        return references;
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
            write(List.of(piece(id(sha256, piece++), bytes)));
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
        List<String> ids = LongStream.range(0, (blob.size() + PIECE - 1) / PIECE)
                .mapToObj(piece -> id(blob.sha256(), (int) piece))
                .toList();
        if (!ids.isEmpty()) {
            mongo.execute(COLLECTION, pieces -> pieces.deleteMany(Filters.in("_id", ids)));
        }
    }

    private static ReplaceOneModel<Document> piece(String id, byte[] bytes) {
        Document piece =
                new Document("_id", id).append("sha256", Sha256.of(bytes)).append("bytes", new Binary(bytes));
        return new ReplaceOneModel<>(Filters.eq("_id", id), piece, new ReplaceOptions().upsert(true));
    }

    private void write(List<ReplaceOneModel<Document>> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        mongo.execute(COLLECTION, collection -> {
            try {
                return collection.bulkWrite(pieces, new BulkWriteOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                // somebody puts the same bytes at this moment
                if (e.getWriteConcernError() != null
                        || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw e;
                }
                return e.getWriteResult();
            }
        });
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
