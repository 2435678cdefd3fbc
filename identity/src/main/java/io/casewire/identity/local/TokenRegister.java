package io.casewire.identity.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The register of the tokens that {@code casewire token} gave out, one JSON object a line in {@code issued.ndjson}, oldest
 * first. Those that have expired leave it when they are half of a large file.
 */
final class TokenRegister {
    private static final String FILE = "issued.ndjson";
    private static final int LARGE = 1024 * 1024;

    private final Path directory;
    private final Path file;

    TokenRegister(KeyDirectory keys) {
        this.directory = keys.path();
        this.file = fileIn(directory);
    }

    static Path fileIn(Path directory) {
        return directory.resolve(FILE);
    }

    /**
     * What the register holds.
     *
     * @param unreadable lines that are none of ours, such as one a power cut left half written
     */
    record Register(List<IssuedToken> tokens, int unreadable) {}

    /** Empty where none was given out yet. */
    Register read() throws IOException {
        if (!FileModes.isThere(file)) {
            return new Register(List.of(), 0);
        }
        FileModes.requirePrivate(file, FileModes.PRIVATE_FILE);
        List<IssuedToken> tokens = new ArrayList<>();
        int unreadable = 0;
        // a damaged byte spoils its line only
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            if (!line.isBlank()) {
                try {
                    tokens.add(IssuedToken.parse(line));
                } catch (ParseException _) {
                    unreadable++;
                }
            }
        }
        return new Register(tokens, unreadable);
    }

    /** Returns once it is on the disk: no token is given out that the register does not name. */
    void add(IssuedToken token, Instant now) throws IOException {
        DirectoryLock.inTurn(directory, () -> {
            shorten(now);
            append(token.json() + "\n");
            return file;
        });
    }

    private void shorten(Instant now) throws IOException {
        if (!Files.exists(file) || Files.size(file) < LARGE) {
            return;
        }
        List<IssuedToken> all = read().tokens();
        List<IssuedToken> live =
                all.stream().filter(token -> token.expiresAt().isAfter(now)).toList();
        if (live.size() * 2 <= all.size()) {
            FileModes.writeWhole(
                    file, live.stream().map(token -> token.json() + "\n").collect(Collectors.joining()));
        }
    }

    private void append(String line) throws IOException {
        try {
            FileModes.createPrivateFile(file);
        } catch (FileAlreadyExistsException _) {
            FileModes.requirePrivate(file, FileModes.PRIVATE_FILE);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            long end = channel.size();
            String beginning = end == 0 || lastByte(channel, end) == '\n' ? "" : "\n";
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(beginning + line);
            channel.position(end);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static byte lastByte(FileChannel channel, long end) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        channel.read(one, end - 1);
        return one.get(0);
    }
}
