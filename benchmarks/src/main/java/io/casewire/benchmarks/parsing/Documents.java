package io.casewire.benchmarks.parsing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is parsed: every text of a folder.
 *
 * @param files the documents, sorted by name
 * @param contents their bytes
 */
record Documents(List<Path> files, List<byte[]> contents) {

    /** The corpus where there is one ({@code CASEWIRE_CORPUS}, else beside the repository), else the samples. */
    static Documents available() {
        String configured = System.getenv("CASEWIRE_CORPUS");
        Path corpus = Path.of(configured == null ? "../shared/corpus" : configured);
        return in(Files.isDirectory(corpus) ? corpus : Path.of("samples"));
    }

    private static Documents in(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files) {
                contents.add(Files.readAllBytes(file));
            }
            return new Documents(files, List.copyOf(contents));
        } catch (IOException e) {
            throw new UncheckedIOException("No documents in " + folder.toAbsolutePath(), e);
        }
    }

    int bytes() {
        return contents.stream().mapToInt(content -> content.length).sum();
    }

    /** How often all of them make up at least so many bytes. */
    int repetitionsFor(int bytes) {
        return Math.max(1, (bytes + bytes() - 1) / bytes());
    }

    /** All of them one after the other, again and again, as one text of at least so many bytes. */
    byte[] concatenated(int bytes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(bytes + bytes());
        for (int i = repetitionsFor(bytes); i > 0; i--) {
            for (byte[] content : contents) {
                text.writeBytes(content);
                text.write('\n');
            }
        }
        return text.toByteArray();
    }

    /** One of them again and again, as one text of about so many bytes. */
    static byte[] repeated(byte[] content, int bytes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(bytes + content.length);
        while (text.size() < bytes) {
            text.writeBytes(content);
            text.write('\n');
        }
        return text.toByteArray();
    }
}
