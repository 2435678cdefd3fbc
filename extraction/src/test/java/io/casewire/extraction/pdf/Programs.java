package io.casewire.extraction.pdf;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs of other people that print documents. */
final class Programs {
    private static final int SECONDS = 180;

    private Programs() {}

    /** The first of them that is installed. */
    static Optional<Path> find(String... names) {
        for (String name : names) {
            for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /** Prints a page with Chromium; its own heads and feet are printed too where they are asked for. */
    static Path print(Path chromium, Path folder, String html, boolean heads) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("page.html"), html);
        Path pdf = folder.resolve("page.pdf");
        List<String> command = new ArrayList<>(List.of(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--print-to-pdf=" + pdf));
        if (!heads) {
            command.add("--no-pdf-header-footer");
        }
        command.add(page.toUri().toString());
        run(folder, command);
        return pdf;
    }

    /** Prints a document with LibreOffice. */
    static Path convert(Path office, Path document) throws IOException, InterruptedException {
        Path folder = Objects.requireNonNull(document.toAbsolutePath().getParent());
        run(
                folder,
                List.of(
                        office.toString(),
                        "-env:UserInstallation=" + folder.resolve("office").toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        document.toString()));
        String name = document.getFileName().toString();
        return folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".pdf");
    }

    /** Runs a program to its end; what it says is in the failure. */
    static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " did not end");
        }
        String output = Files.readString(said);
        if (process.exitValue() != 0) {
            throw new IOException(command.getFirst() + " failed: " + output);
        }
        return output;
    }
}
