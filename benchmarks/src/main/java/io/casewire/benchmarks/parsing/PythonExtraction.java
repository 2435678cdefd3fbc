package io.casewire.benchmarks.parsing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same fields by Python's {@code re}, in a process that stays, so that it is as warm as we are. */
final class PythonExtraction implements AutoCloseable {
    private final Path folder;
    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    private PythonExtraction(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Null where there is no {@code python3}. */
    static @Nullable PythonExtraction start(Documents documents) throws IOException {
        Path folder = Files.createTempDirectory("casewire-benchmark");
        Path script = Files.writeString(folder.resolve("extract.py"), RegexExtraction.resource("extract.py"));
        Path patterns = Files.writeString(
                folder.resolve(RegexExtraction.PATTERNS), RegexExtraction.resource(RegexExtraction.PATTERNS));
        List<String> command = new ArrayList<>(List.of("python3", script.toString(), patterns.toString()));
        documents.files().forEach(file -> command.add(file.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new PythonExtraction(folder, process);
        } catch (IOException _) {
            deleteAll(folder);
            return null;
        }
    }

    /** Extracts from every document so many times. */
    Measured run(int repetitions) throws IOException {
        requests.write(repetitions + "\n");
        requests.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("python3 ended");
        }
        String[] parts = answer.split("\t", -1);
        return new Measured(Double.parseDouble(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.destroy();
        deleteAll(folder);
    }

    private static void deleteAll(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("extract.py"));
        Files.deleteIfExists(folder.resolve(RegexExtraction.PATTERNS));
        Files.deleteIfExists(folder);
    }
}
