package io.casewire.catalog.search;

import io.casewire.serving.page.Cursor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended. Its cursor carries a checksum, so that a damaged one, or one of another search, is told from a good one.
 * The checksum needs no key: who forges one only reaches other pages of what everybody may read.
 *
 * @param version {@link CaseIndex.Lease#version()} of the searcher the page came from
 * @param sortKey the score's bits, or the time of publication in milliseconds
 * @param id of the last case
 */
record SearchPlace(long version, long sortKey, String id) {
    private static final int CHECKSUM = 8;
    private static final int PARTS = 4;

    /** The cursor for a URL. */
    String cursor(CaseQuery query) {
        String content = version + ":" + sortKey + ":" + id;
        return Cursor.of(checksum(query, content) + ":" + content);
    }

    /**
     * The place of a cursor; null for none.
     *
     * @throws io.casewire.serving.problem.InvalidParameter for anything that {@link #cursor} did not make for this search
     */
    static @Nullable SearchPlace of(@Nullable String cursor, CaseQuery query) {
        return Cursor.read(cursor, key -> parse(key, query));
    }

    private static SearchPlace parse(String key, CaseQuery query) {
        String[] parts = key.split(":", PARTS);
        if (parts.length < PARTS || !parts[0].equals(checksum(query, key.substring(parts[0].length() + 1)))) {
            throw new IllegalArgumentException("of another search");
        }
        return new SearchPlace(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
    }

    private static String checksum(CaseQuery query, String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(query.fingerprint());
            digest.update(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, CHECKSUM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
