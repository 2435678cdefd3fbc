package io.casewire.cli.document;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.contracts.wire.WireJson;
import io.casewire.extraction.Formats;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParseReport;
import io.casewire.parsing.ParsedDocument;
import java.io.BufferedWriter;
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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code casewire parse}: prints the records of documents as NDJSON without any server. */
@Command(
        name = "parse",
        description = {
            "Print the records of documents as JSON lines; needs no running instance.",
            "Reads text or HTML in UTF-8, GB18030 or UTF-16, docx, doc, pdf with text, xlsx, ofd, and zip of these: first the"
                    + " document, then its records in reading order, then what was noticed (diagnostics); of a zip one file"
                    + " after the other. Exit status 1: a file could not be read."
        })
public final class ParseCommand implements Callable<Integer> {
    private static final int OK = 0;
    private static final int UNREADABLE = 1;

    private final PrintStream terminal;
    private final Writer out;
    private final PrintStream err;
    private final DocumentParser parser = new DocumentParser();
    private final JsonMapper json = WireJson.mapper();

    private @Nullable OtherFormats others;

    @Option(
            names = "--report",
            description = "A report for people instead: counts against declared counts, gaps, lines.")
    private boolean report;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents.")
    private List<String> files = new ArrayList<>();

    public ParseCommand(PrintStream out, PrintStream err) {
        this.terminal = out;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        try {
            return parseAll();
        } finally {
            if (others != null) {
                others.close();
            }
        }
    }

    private int parseAll() throws IOException {
        int status = OK;
        for (String file : files) {
            if (!parse(file)) {
                status = UNREADABLE;
            }
            if (terminal.checkError()) {
                // the reader of a pipe went away (head); nothing is left to tell it
                return OK;
            }
        }
        return status;
    }

    private boolean parse(String file) throws IOException {
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
        return print(bytes, String.valueOf(path.getFileName()), file);
    }

    /** @param told how the file is called in messages */
    private boolean print(byte[] bytes, String name, String told) throws IOException {
        if (!Formats.mayBeRead(bytes)) {
            return print(parser.parse(bytes, name));
        }
        if (others == null) {
            others = new OtherFormats(parser);
        }
        Printing printing = new Printing(told);
        return others.read(bytes, name, printing) && printing.allRead;
    }

    private final class Printing implements OtherFormats.Use {
        private final String told;
        private boolean allRead = true;

        Printing(String told) {
            this.told = told;
        }

        @Override
        public void document(ParsedDocument parsed) throws IOException {
            allRead &= print(parsed);
        }

        @Override
        public void member(byte[] bytes, String name) throws IOException {
            allRead &= print(bytes, name, told + "!/" + name);
        }

        @Override
        public void remark(String sentence) {
            allRead = false;
            err.println("casewire parse: " + told + ": " + sentence);
        }
    }

    /** Returns whether it could be read; what it says of a file that could not is printed like the rest. */
    private boolean print(ParsedDocument parsed) throws IOException {
        if (report) {
            out.write(ParseReport.render(parsed));
        } else {
            for (ParsedRecord record : parsed.all()) {
                out.write(json.writerFor(ParsedRecord.class).writeValueAsString(record));
                out.write('\n');
            }
        }
        out.flush();
        return parsed.diagnostics().stream().noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
