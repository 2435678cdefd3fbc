package io.casewire.cli.ledger;

import io.casewire.cli.connect.DataFolder;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code casewire ledger}: writes the ledger to a table for Excel, takes an edited one in, verifies its history, and destroys files. */
@Command(
        name = "ledger",
        description =
                "Write the ledger of obligations to a table for Excel; take an edited one in; verify its history; purge files.")
public final class LedgerCommand {
    private static final List<String> FORMATS = List.of("xlsx", "csv");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final PrintStream out;

    @Mixin
    private DataFolder data = new DataFolder();

    public LedgerCommand(PrintStream out) {
        this.out = out;
    }

    @Command(
            name = "export",
            description = {
                "Write obligations to a table that Excel and WPS open, sorted by region, instrument and title.",
                "Without --url: of the instance that runs on --data, in its operator's name."
            })
    int export(
            @Mixin LedgerAddress address,
            @Option(names = "--region", paramLabel = "CODE", description = "Of this region only, for example 430000.")
                    @Nullable
                    String region,
            @Option(names = "--status", paramLabel = "STATUS", description = "In this status only.") @Nullable
                    String status,
            @Option(
                            names = "--format",
                            paramLabel = "xlsx|csv",
                            description = "The kind of file (default: as its name ends).")
                    @Nullable
                    String format,
            @Parameters(paramLabel = "FILE", description = "Is overwritten.") Path file)
            throws InterruptedException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("format", format(format, file));
        if (region != null) {
            query.put("region", region);
        }
        if (status != null) {
            query.put("status", status);
        }
        try {
            address.tables(data.path(), "casewire ledger export", out).fetch(query, file);
            return 0;
        } catch (IOException e) {
            throw new Refused("the ledger could not be written to " + file + ": " + e, e);
        }
    }

    @Command(
            name = "import",
            description = {
                "Take an edited table in: steps and what a region says of its work; nothing if any row has an error.",
                "Without --url: into the instance that runs on --data, in its operator's name. Exit status 1: some row",
                "has an error."
            })
    int take(
            @Mixin LedgerAddress address,
            @Option(names = "--dry-run", description = "Only say what it would change and what is wrong in it.")
                    boolean dryRun,
            @Option(names = "--partial", description = "Take the rows without errors where others have some.")
                    boolean partial,
            @Parameters(paramLabel = "FILE", description = "An .xlsx or .csv file.") Path file)
            throws InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new WrongUse("no table at " + file);
        }
        try {
            return address.tables(data.path(), "casewire ledger import", out).send(file, dryRun, partial);
        } catch (IOException e) {
            throw new Refused("the ledger does not answer: " + e, e);
        }
    }

    @Command(
            name = "verify",
            description = {
                "Work out the links of all steps, notes and files anew, and name the first of each line that does not fit.",
                "Without --url: of the instance that runs on --data. With it the token is an auditor's, a coordinator's",
                "or an operator's. Exit status 1: some line does not fit. The last line is a digest over the ends of all",
                "lines: kept elsewhere, it shows later that none was cut short."
            })
    int verify(@Mixin LedgerAddress address) throws InterruptedException {
        try {
            return new Verification(address.api(data.path(), "casewire ledger verify"), out).run();
        } catch (IOException e) {
            throw new Refused("the history could not be read: " + e, e);
        }
    }

    @Command(
            name = "purge",
            description = {
                "Destroy the bytes of an attached file that should never have come, whichever lines name it. The history of",
                "each keeps that it was there, and by whom, when and why it was purged; the same bytes are not taken again.",
                "Without --url: of the instance that runs on --data, in its operator's name."
            })
    int purge(
            @Mixin LedgerAddress address,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Why; the history keeps it.")
                    String reason,
            @Parameters(paramLabel = "SHA256", description = "The digest of the file, as its line shows it.")
                    String sha256)
            throws InterruptedException {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new WrongUse("a digest is 64 hexadecimal digits in small letters, not " + sha256);
        }
        try {
            address.purge(data.path(), "casewire ledger purge", out).purge(sha256, reason);
            return 0;
        } catch (IOException e) {
            throw new Refused("the ledger does not answer: " + e, e);
        }
    }

    private static String format(@Nullable String named, Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String format = named == null ? name.substring(name.lastIndexOf('.') + 1) : named.toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw new WrongUse("a table is xlsx or csv: name the file so, or say --format");
        }
        return format;
    }
}
