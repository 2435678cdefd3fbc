package io.casewire.catalog.search;

import io.casewire.catalog.problem.InvalidParameter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where a page ended. It carries a checksum, so that a damaged one, or one of another search, is told from a good one.
 * The checksum needs no key: who forges one only reaches other pages of what everybody may read.
 *
 * @param version {@link CaseIndex.Lease#version()} of the searcher the page came from
 * @param sortKey the score's bits, or the time of publication in milliseconds
 * @param id of the last case
 */
record Cursor(long version, long sortKey, String id) {
    private static final int CHECKSUM = 8;
    private static final int FIXED = CHECKSUM + 2 * Long.BYTES;
    private static final int LONGEST_ID = 64;

    /** The cursor as text for a URL. */
    String text(CaseQuery query) {
        byte[] idBytes = id.getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(FIXED - CHECKSUM + idBytes.length)
                .putLong(version)
                .putLong(sortKey)
                .put(idBytes)
                .array();
        byte[] whole = ByteBuffer.allocate(CHECKSUM + content.length)
                .put(checksum(query, content))
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @throws InvalidParameter for anything that {@link #text} did not make for this search */
    static Cursor parse(String text, CaseQuery query) {
        byte[] whole = decode(text);
        if (whole.length <= FIXED || whole.length > FIXED + LONGEST_ID) {
            throw refused();
        }
        byte[] content = Arrays.copyOfRange(whole, CHECKSUM, whole.length);
        if (!Arrays.equals(checksum(query, content), Arrays.copyOf(whole, CHECKSUM))) {
            throw refused();
        }
        ByteBuffer buffer = ByteBuffer.wrap(content);
        long version = buffer.getLong();
        long sortKey = buffer.getLong();
        return new Cursor(
                version, sortKey, StandardCharsets.UTF_8.decode(buffer).toString());
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static byte[] checksum(CaseQuery query, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(query.fingerprint());
            return Arrays.copyOf(digest.digest(content), CHECKSUM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static InvalidParameter refused() {
        return new InvalidParameter("cursor", "It is not a cursor that this search gave out.");
    }
}
