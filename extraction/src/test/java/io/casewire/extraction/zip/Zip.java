package io.casewire.extraction.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes a zip. */
final class Zip implements AutoCloseable {
    private final Path file;
    private final ZipArchiveOutputStream out;

    Zip(Path folder, String charset, boolean flag) throws IOException {
        file = Files.createTempFile(folder, "zip", "");
        out = new ZipArchiveOutputStream(file);
        out.setEncoding(charset);
        out.setUseLanguageEncodingFlag(flag);
    }

    Zip add(String name, byte[] bytes) throws IOException {
        out.putArchiveEntry(new ZipArchiveEntry(name));
        out.write(bytes);
        out.closeArchiveEntry();
        return this;
    }

    Zip add(String name) throws IOException {
        return add(name, name.getBytes(StandardCharsets.UTF_8));
    }

    Path written() throws IOException {
        out.close();
        return file;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** A zip whose members hold their own names. */
    static Path of(Path folder, String charset, boolean flag, String... names) throws IOException {
        try (Zip zip = new Zip(folder, charset, flag)) {
            for (String name : names) {
                zip.add(name);
            }
            return zip.written();
        }
    }

    ZipArchiveOutputStream out() {
        return out;
    }
}
