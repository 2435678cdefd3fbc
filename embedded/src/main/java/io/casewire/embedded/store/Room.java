package io.casewire.embedded.store;

/**
 * What a reply has room for. MongoDB cuts replies at 16 MB and clients refuse messages of more than 48 MB; less keeps what is decoded
 * and encoded at a time small. One document always fits.
 */
final class Room {
    private static final int MAX_BYTES = 4 << 20;

    private long taken;

    boolean takes(int bytes) {
        if (taken > 0 && taken + bytes > MAX_BYTES) {
            return false;
        }
        taken += bytes;
        return true;
    }
}
