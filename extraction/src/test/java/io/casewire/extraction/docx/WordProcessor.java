package io.casewire.extraction.docx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** LibreOffice, which writes doc; tests that need it step aside where it is not installed. */
public final class WordProcessor {
    private static final long MAX_SECONDS = 180;

    private WordProcessor() {}

    /** The file as doc, beside it. */
    public static Path doc(Path docx) throws IOException, InterruptedException {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
        Assumptions.assumeTrue(there, "soffice of LibreOffice is not on the PATH, and nothing else here writes doc");
        Path folder = docx.toAbsolutePath().resolveSibling(".").normalize();
        Process process = new ProcessBuilder(
                        "soffice",
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        "doc",
                        "--outdir",
                        folder.toString(),
                        docx.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Path doc = folder.resolve(docx.getFileName().toString().replaceFirst("docx$", "doc"));
        if (!Files.exists(doc)) {
            throw new UncheckedIOException(new IOException(Files.readString(folder.resolve("soffice.log"))));
        }
        return doc;
    }
}
