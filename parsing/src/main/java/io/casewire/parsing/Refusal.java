package io.casewire.parsing;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing of a document may be published: the one place where that is decided.
 *
 * @param code stable, upper case, for example {@code MOJIBAKE}
 * @param reason one sentence for the person who sent it
 */
public record Refusal(String code, String reason) {
    /** Null where the document has records to publish. */
    static @Nullable Refusal of(ParsedDocument parsed) {
        if (!parsed.records().isEmpty()) {
            return null;
        }
        Optional<DiagnosticRecord> error = parsed.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .findFirst();
        if (error.isPresent()) {
            return new Refusal(error.get().code(), sentence(error.get().message()));
        }
        return parsed.document().genre() == Genre.UNRECOGNISED
                ? new Refusal("UNRECOGNISED", why(parsed))
                : new Refusal("NO_RECORDS", "Nothing in this document could be read as a record.");
    }

    private static String why(ParsedDocument parsed) {
        return parsed.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().equals(DocumentParser.UNRECOGNISED_GENRE))
                .map(diagnostic -> sentence(diagnostic.message()))
                .findFirst()
                .orElse("This is no document of a kind that states reform cases.");
    }

    private static String sentence(String message) {
        return message.isEmpty() || ".?!。".indexOf(message.charAt(message.length() - 1)) >= 0 ? message : message + '.';
    }
}
