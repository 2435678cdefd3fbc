package io.casewire.replication.attachment;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Bytes of files under their SHA-256: pieces {@code <sha256>/<piece>}, far below what a document may hold, and behind them a document that
 * says that all are there. Keeping the same bytes again rewrites the same documents, so that no order of writes and no crash between them does
 * harm, and heals what is damaged. Bytes are deleted only where they are purged, and the document then says so for good.
 */
final class StoredFiles {
    private static final String FILES = "attachments";
    private static final String PIECES = "attachment-pieces";
    private static final String BYTES = "bytes";
    private static final String SHA256 = "sha256";
    private static final String PURGED = "purged";
    private static final int PIECE = 1024 * 1024;

    private final MongoTemplate store;

    StoredFiles(MongoTemplate store) {
        this.store = store;
    }

    /**
     * Keeps a file; durable when it returns.
     *
     * @return false where the file was purged; then nothing of it is kept
     */
    boolean keep(Incoming file) throws IOException {
        if (purge(file.sha256()).isPresent()) {
            return false;
        }
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
        if (purge(file.sha256()).isEmpty()) {
            return true;
        }
        // it was purged while it came in
        deletePieces(file.sha256());
        return false;
    }

    /** Whether the bytes of that digest are there. */
    boolean holds(String sha256) {
        Document file = find(FILES, sha256);
        return file != null && !file.containsKey(PURGED);
    }

    /** How the file of that digest was purged; empty where it was not. */
    Optional<Purge> purge(String sha256) {
        Document file = find(FILES, sha256);
        Document purge = file == null ? null : file.get(PURGED, Document.class);
        return purge == null
                ? Optional.empty()
                : Optional.of(new Purge(
                        purge.getString("actor"), purge.getDate("at").toInstant(), purge.getString("reason")));
    }

    /** Deletes the bytes of that digest and keeps that they are not to come back; once that is said it stays as it was said first. */
    void purge(String sha256, Purge purge) {
        put(
                FILES,
                new Document("_id", sha256)
                        .append(
                                PURGED,
                                new Document("actor", purge.actor())
                                        .append("at", Date.from(purge.at()))
                                        .append("reason", purge.reason())));
        deletePieces(sha256);
    }

    private void deletePieces(String sha256) {
        // from the first piece to what sorts behind the last: 0 follows the slash
        store.execute(
                PIECES,
                documents -> documents.deleteMany(
                        Filters.and(Filters.gte("_id", sha256 + '/'), Filters.lt("_id", sha256 + '0'))));
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
        // what was purged is not replaced
        Bson key = Filters.and(Filters.eq("_id", document.get("_id")), Filters.eq(PURGED, null));
        try {
            store.execute(
                    collection, documents -> documents.replaceOne(key, document, new ReplaceOptions().upsert(true)));
        } catch (DuplicateKeyException _) {
            // somebody keeps the same bytes at this moment, or they were purged
        }
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Incoming.digest().digest(bytes));
    }

    private static String id(String sha256, int piece) {
        return "%s/%05d".formatted(sha256, piece);
    }
}
