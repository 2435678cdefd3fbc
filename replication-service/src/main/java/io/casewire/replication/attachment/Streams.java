package io.casewire.replication.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names of streams and storages in a compound file ([MS-CFB] 2.6): every 128 bytes that can be an entry of its directory are read as one,
 * so that no chain of sectors has to be followed that may be damaged on purpose.
 */
record Streams(Set<String> names) {
    private static final int ENTRY = 128;
    private static final int NAME = 64;
    private static final int LENGTH_AT = 64;
    private static final int KIND_AT = 66;

    Streams {
        names = Set.copyOf(names);
    }

    static Streams of(Path file) throws IOException {
        Set<String> names = new HashSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (byte[] entry = in.readNBytes(ENTRY); entry.length == ENTRY; entry = in.readNBytes(ENTRY)) {
                int length =
                        ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN).getShort(LENGTH_AT);
                // a storage or a stream, its name ended by a zero
                boolean entryLike = (entry[KIND_AT] == 1 || entry[KIND_AT] == 2) && length > 2 && length <= NAME;
                if (entryLike && entry[length - 1] == 0 && entry[length - 2] == 0) {
                    names.add(new String(entry, 0, length - 2, StandardCharsets.UTF_16LE));
                }
            }
        }
        return new Streams(names);
    }

    boolean anyEndsWith(String mark) {
        return names.stream().anyMatch(name -> name.endsWith(mark) || name.endsWith(mark.toLowerCase(Locale.ROOT)));
    }

    boolean haveMacros() {
        return names.stream().anyMatch(name -> name.startsWith("_VBA_PROJECT"));
    }
}
