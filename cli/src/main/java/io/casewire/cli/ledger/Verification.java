package io.casewire.cli.ledger;

import io.casewire.cli.ledger.LedgerApi.Lines;
import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Note;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.HistoryChain;
import io.casewire.contracts.wire.HistoryChain.Taken;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One walk over all lines. */
final class Verification {
    private static final int BROKEN = 1;

    private final LedgerApi ledger;
    private final PrintStream out;
    private final MessageDigest ends = sha256();
    private long lines;
    private long taken;
    private long unlinked;
    private long broken;

    Verification(LedgerApi ledger, PrintStream out) {
        this.ledger = ledger;
        this.out = out;
    }

    /** The exit status. */
    int run() throws IOException, InterruptedException {
        @Nullable String cursor = null;
        do {
            Lines page = ledger.lines(cursor);
            for (JsonNode brief : page.items()) {
                lines++;
                // the first revision follows from documents; nobody has said anything of it
                if (brief.path("revision").asLong() > 1) {
                    verify(ledger.line(brief.path("id").asString()));
                }
            }
            cursor = page.next();
        } while (cursor != null);
        out.printf(
                "%d lines, %d steps, notes and files%s: %s%n",
                lines,
                taken,
                unlinked == 0 ? "" : ", " + unlinked + " of them from before there were links",
                broken == 0 ? "all fit" : broken + " lines do not fit");
        out.printf("ends sha256:%s%n", HexFormat.of().formatHex(ends.digest()));
        return broken == 0 ? 0 : BROKEN;
    }

    private void verify(JsonNode line) {
        ObligationId id = new ObligationId(line.path("id").asString());
        List<Taken> history = history(line);
        taken += history.size();
        unlinked += history.stream().filter(each -> each.chain() == null).count();
        ends.update((id + " " + HistoryChain.end(id, history) + "\n").getBytes(StandardCharsets.UTF_8));
        HistoryChain.firstBreak(id, history)
                .map(Verification::said)
                .or(() -> statusWithoutStep(line, history))
                .ifPresent(what -> {
                    broken++;
                    out.printf(
                            "BROKEN %s %s “%s”: %s%n",
                            id,
                            line.path("regionName").asString(""),
                            line.path("caseTitle").asString(""),
                            what);
                });
    }

    private static String said(Taken taken) {
        return switch (taken.content()) {
            case Step step ->
                "the step %s → %s of revision %d by %s at %s, or one before it, is not what was taken"
                        .formatted(step.from(), step.to(), taken.revision(), step.actor(), step.at());
            case Note note ->
                "the note of revision %d by %s at %s, or what was before it, is not what was taken"
                        .formatted(taken.revision(), note.actor(), note.at());
            case Attachment file ->
                "the file “%s” %s in revision %d by %s at %s, or what was before it, is not what was taken"
                        .formatted(file.name(), done(file.act()), taken.revision(), file.actor(), file.at());
            default -> "revision " + taken.revision();
        };
    }

    private static String done(Attachment.Act act) {
        return switch (act) {
            case ADDED -> "attached";
            case REMOVED -> "taken away";
            case PURGED -> "purged";
            case OTHER -> "changed in a way that a newer version knows";
        };
    }

    private static Optional<String> statusWithoutStep(JsonNode line, List<Taken> history) {
        String status = line.path("status").asString("");
        return history.stream()
                .filter(each -> each.content() instanceof Step)
                .max(Comparator.comparingLong(Taken::revision))
                .map(last -> ((Step) last.content()).to().name())
                .or(() -> Optional.of("UNKNOWN"))
                .filter(led -> !led.equals(status))
                .map(led -> "its status is %s, its steps lead to %s".formatted(status, led));
    }

    private static List<Taken> history(JsonNode line) {
        return Stream.of(
                        line.path("steps").valueStream().map(step -> taken(step, Step.class)),
                        line.path("notes").valueStream().map(note -> taken(note, Note.class)),
                        line.path("attachments").valueStream().map(file -> taken(file, Attachment.class)))
                .flatMap(each -> each)
                .toList();
    }

    private static Taken taken(JsonNode node, Class<? extends Record> type) {
        return new Taken(
                node.path("revision").asLong(),
                WireJson.mapper().treeToValue(node, type),
                node.path("chain").asString(null));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
