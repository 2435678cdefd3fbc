package io.casewire.extraction;

import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a document says, whatever file it came in: its records without the lines they stand on and without titles in raw form, which keep
 * the blanks of their file. */
public final class RecordsAsText {
    private static final Pattern OF_THE_FILE =
            Pattern.compile(", lines=(LineRange\\[[^]]*]|null)|, printedTitle=[^,\\]]*");
    private static final String SHA256 = "0".repeat(64);

    private RecordsAsText() {}

    public static List<String> ofText(byte[] bytes, String name) {
        return of(new DocumentParser().parse(bytes, name));
    }

    public static List<String> of(Extraction extraction, String name) {
        return of(new DocumentParser().parse(Rendition.of(extraction).html(), name, SHA256));
    }

    private static List<String> of(ParsedDocument parsed) {
        DocumentRecord document = parsed.document();
        List<String> all = new ArrayList<>();
        all.add(document.id() + " " + document.title() + " " + document.issuer() + " " + document.documentNumber() + " "
                + document.issuedOn() + " " + document.genre() + " " + document.counts() + " " + document.declared());
        parsed.records()
                .forEach(record -> all.add(
                        OF_THE_FILE.matcher(record.toString()).replaceAll("").replaceAll("\\s+", " ")));
        return all;
    }
}
