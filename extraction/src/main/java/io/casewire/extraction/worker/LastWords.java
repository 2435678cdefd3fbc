package io.casewire.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Takes in all that a process says beside its answers and keeps the end of it, for a log. */
final class LastWords {
    private static final int KEPT = 2000;

    private final byte[] kept = new byte[KEPT];
    private long taken;

    LastWords(InputStream in, String name) {
        Thread thread = new Thread(() -> drain(in), name);
        thread.setDaemon(true);
        thread.start();
    }

    /** At most 2,000 bytes; empty where it said nothing. */
    synchronized String text() {
        int length = (int) Math.min(taken, KEPT);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = kept[(int) ((taken - length + i) % KEPT)];
        }
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private void drain(InputStream in) {
        byte[] buffer = new byte[4096];
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                take(buffer, count);
            }
        } catch (IOException _) {
            // it ended
        }
    }

    private synchronized void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            kept[(int) (taken++ % KEPT)] = bytes[i];
        }
    }
}
