package io.casewire.parsing.genre.casestudy;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** A case being put together: its title, the text below it, and the runs found to continue it. */
final class Column {
    private final int number;
    private final String title;
    private final Paragraph heading;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final List<DiagnosticRecord> diagnostics = new ArrayList<>();

    Column(int number, String title, Paragraph heading) {
        this.number = number;
        this.title = title;
        this.heading = heading;
    }

    int number() {
        return number;
    }

    String title() {
        return title;
    }

    String printedTitle() {
        return heading.text();
    }

    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    List<DiagnosticRecord> diagnostics() {
        return diagnostics;
    }

    LineRange lines() {
        List<Paragraph> all = new ArrayList<>(paragraphs);
        all.add(heading);
        LineRange span = CaseStudies.span(all);
        return span == null ? heading.lines() : span;
    }
}
