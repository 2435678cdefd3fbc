package io.casewire.replication.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The kinds of file. */
enum ExchangeFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String type;

    ExchangeFormat(String type) {
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
    LineWriter open(OutputStream out, String title) throws IOException {
        return switch (this) {
            case XLSX -> new XlsxWriting(out, title);
            case CSV -> new CsvWriting(out, title);
        };
    }
}
