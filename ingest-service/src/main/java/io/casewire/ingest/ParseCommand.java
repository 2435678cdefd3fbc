package io.casewire.ingest;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import io.casewire.ingest.parse.DocumentParser;
import io.casewire.ingest.parse.ParseReport;
import io.casewire.ingest.parse.ParsedDocument;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** {@code casewire parse}: prints the records of documents as NDJSON without any server. */
public final class ParseCommand {
    private static final int OK = 0;
    private static final int UNREADABLE = 1;
    private static final int USAGE = 2;
    private static final String HELP = """
            Usage: casewire parse [--report] FILE...

            Reads documents (text or HTML in UTF-8, GB18030 or UTF-16) and prints one JSON object a line:
            first the document, then its records in reading order, then what was noticed (diagnostics).

              --report   a report for people instead: counts against declared counts, gaps, lines
              --help     this text

            Exit status: 0 all files read, 1 a file could not be read, 2 wrong usage.
            """;

    private final Writer out;
    private final PrintStream err;
    private final DocumentParser parser = new DocumentParser();
    private final JsonMapper json = WireJson.mapper();

    ParseCommand(Writer out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Writer out = new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), 1 << 16);
        int status;
        try {
            status = new ParseCommand(out, err).run(List.of(arguments));
            out.flush();
        } catch (IOException e) {
            // the reader of a pipe went away (head); nothing is left to tell it
            status = OK;
        }
        System.exit(status);
    }

    int run(List<String> arguments) throws IOException {
        boolean report = false;
        boolean options = true;
        List<String> files = new ArrayList<>();
        for (String argument : arguments) {
            if (options && (argument.equals("--help") || argument.equals("-h"))) {
                out.write(HELP);
                return OK;
            }
            if (options && argument.equals("--report")) {
                report = true;
            } else if (options && argument.equals("--")) {
                options = false;
            } else if (options && argument.startsWith("--")) {
                err.println("casewire parse: unknown option " + argument + "; try --help");
                return USAGE;
            } else {
                files.add(argument);
            }
        }
        if (files.isEmpty()) {
            err.println("casewire parse: which file? Try --help");
            return USAGE;
        }
        int status = OK;
        for (String file : files) {
            if (!parse(file, report)) {
                status = UNREADABLE;
            }
        }
        return status;
    }

    private boolean parse(String file, boolean report) throws IOException {
        byte[] bytes;
        Path path;
        try {
            path = Path.of(file);
            if (Files.isDirectory(path)) {
                err.println("casewire parse: " + file + " is a folder; name the files in it");
                return false;
            }
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException | InvalidPathException e) {
            err.println("casewire parse: there is no file " + file);
            return false;
        } catch (AccessDeniedException e) {
            err.println("casewire parse: " + file + " may not be read");
            return false;
        } catch (IOException | OutOfMemoryError e) {
            err.println("casewire parse: " + file + " could not be read: " + e.getMessage());
            return false;
        }
        ParsedDocument parsed = parser.parse(bytes, String.valueOf(path.getFileName()));
        if (report) {
            out.write(ParseReport.render(parsed));
        } else {
            for (ParsedRecord record : parsed.all()) {
                out.write(json.writerFor(ParsedRecord.class).writeValueAsString(record));
                out.write('\n');
            }
        }
        out.flush();
        return true;
    }
}
