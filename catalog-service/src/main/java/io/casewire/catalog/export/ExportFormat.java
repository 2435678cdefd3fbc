package io.casewire.catalog.export;

import io.casewire.catalog.wording.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The kinds of file. */
enum ExportFormat {
    NDJSON("application/x-ndjson"),
    CSV("text/csv;charset=UTF-8;header=present"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String type;

    ExportFormat(String type) {
        this.type = type;
    }

    /** Its media type. */
    String type() {
        return type;
    }

    /** The ending of its files, without the dot. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Begins a file. */
    CaseWriter open(OutputStream out, Language language) throws IOException {
        return switch (this) {
            case NDJSON -> new JsonLines(out);
            case CSV -> new CsvTable(out, language);
            case XLSX -> new XlsxTable(out, language);
        };
    }
}
