package io.casewire.replication.attachment;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Bytes of files under their SHA-256: pieces {@code <sha256>/<piece>}, far below what a document may hold, and behind them a document that
 * says that all are there. Keeping the same bytes again rewrites the same documents, so that no order of writes and no crash between them does
 * harm, and heals what is damaged. Nothing is ever deleted.
 */
final class StoredFiles {
    private static final String FILES = "attachments";
    private static final String PIECES = "attachment-pieces";
    private static final String BYTES = "bytes";
    private static final String SHA256 = "sha256";
    private static final int PIECE = 1024 * 1024;

    private final MongoTemplate store;

    StoredFiles(MongoTemplate store) {
        this.store = store;
    }

    /** Keeps a file; durable when it returns. */
    void keep(Incoming file) throws IOException {
        int piece = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            for (byte[] bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
                put(
                        PIECES,
                        new Document("_id", id(file.sha256(), piece++))
                                .append(SHA256, sha256(bytes))
                                .append(BYTES, new Binary(bytes)));
            }
        }
        put(
                FILES,
                new Document("_id", file.sha256()).append("size", file.size()).append("pieces", piece));
    }

    /** Whether the bytes of that digest are there. */
    boolean holds(String sha256) {
        return find(FILES, sha256) != null;
    }

    /** The bytes of a file that is there, piece by piece; a piece that is missing or damaged ends the reading with a failure. */
    InputStream open(String sha256, long size) {
        return new PieceStream(size, number -> piece(id(sha256, number)));
    }

    private byte[] piece(String id) {
        Document piece = find(PIECES, id);
        byte[] bytes =
                piece == null ? new byte[0] : piece.get(BYTES, Binary.class).getData();
        if (piece == null || !Objects.equals(piece.getString(SHA256), sha256(bytes))) {
            throw new IllegalStateException("Piece " + id + " of an attachment is missing or damaged");
        }
        return bytes;
    }

    private @Nullable Document find(String collection, String id) {
        return store.execute(
                collection, documents -> documents.find(Filters.eq("_id", id)).first());
    }

    private void put(String collection, Document document) {
        Document key = new Document("_id", document.get("_id"));
        try {
            store.execute(
                    collection, documents -> documents.replaceOne(key, document, new ReplaceOptions().upsert(true)));
        } catch (MongoWriteException e) {
            // somebody keeps the same bytes at this moment
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Incoming.digest().digest(bytes));
    }

    private static String id(String sha256, int piece) {
        return "%s/%05d".formatted(sha256, piece);
    }
}
