package io.casewire.parsing.casefile;

import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Effects;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricSection;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.Practice;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.parsing.field.domain.Domains;
import io.casewire.parsing.field.metric.MetricReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case while its parts are being collected; what is not set was not printed. */
public final class CaseDraft {
    private final String title;
    private final LineRange lines;
    private @Nullable Integer number;
    private @Nullable String printedTitle;
    private @Nullable String category;
    private Origin origin = Origin.NONE;
    private List<String> originUnits = List.of();
    private List<String> leadUnits = List.of();
    private List<String> supportingUnits = List.of();
    private @Nullable Originality originality;
    private @Nullable String background;
    private @Nullable String summary;
    private @Nullable Practice practice;
    private @Nullable Effects effects;
    private @Nullable Promotion promotion;
    private List<String> path = List.of();

    public CaseDraft(String title, LineRange lines) {
        this.title = title;
        this.lines = lines;
    }

    public String title() {
        return title;
    }

    public LineRange lines() {
        return lines;
    }

    public @Nullable Integer number() {
        return number;
    }

    public CaseDraft number(@Nullable Integer value) {
        number = value;
        return this;
    }

    public CaseDraft printedTitle(@Nullable String value) {
        printedTitle = value;
        return this;
    }

    public @Nullable String category() {
        return category;
    }

    public CaseDraft category(@Nullable String value) {
        category = value;
        return this;
    }

    public CaseDraft origin(Origin value) {
        origin = value;
        return this;
    }

    public CaseDraft originUnits(List<String> value) {
        originUnits = value;
        return this;
    }

    public CaseDraft leadUnits(List<String> value) {
        leadUnits = value;
        return this;
    }

    public CaseDraft supportingUnits(List<String> value) {
        supportingUnits = value;
        return this;
    }

    public CaseDraft originality(@Nullable Originality value) {
        originality = value;
        return this;
    }

    public CaseDraft background(@Nullable String value) {
        background = emptyToNull(value);
        return this;
    }

    public CaseDraft summary(@Nullable String value) {
        summary = emptyToNull(value);
        return this;
    }

    public CaseDraft practice(Passage passage) {
        if (!passage.text().isEmpty()) {
            practice = new Practice(passage.text(), passage.items());
        }
        if (passage.background() != null) {
            background = passage.background();
        }
        return this;
    }

    /**
     * Until when it is to be taken over, which no field of a case holds: a last line of what was done, else of what sums it up.
     *
     * @param printed with its label (完成时限：2026年6月底前); empty where none is printed
     */
    public CaseDraft due(String printed) {
        if (printed.isEmpty()) {
            return this;
        }
        if (practice == null && summary != null) {
            summary += "\n" + printed;
        } else {
            practice = practice == null
                    ? new Practice(printed, List.of())
                    : new Practice(practice.text() + "\n" + printed, practice.measures());
        }
        return this;
    }

    public CaseDraft effects(Passage passage) {
        if (!passage.text().isEmpty()) {
            effects = new Effects(passage.text(), passage.items());
        }
        return this;
    }

    public CaseDraft promotion(@Nullable Promotion value) {
        promotion = value;
        return this;
    }

    public CaseDraft path(List<String> value) {
        path = value;
        return this;
    }

    public @Nullable Promotion promotion() {
        return promotion;
    }

    /** The finished case. */
    public CaseRecord build(CaseId id) {
        Domains.Verdict verdict = Domains.ofPrinted(category);
        return new CaseRecord(
                id,
                number,
                title,
                printedTitle,
                category,
                verdict.domains(),
                verdict.source(),
                verdict.confidence(),
                origin.zones(),
                origin.areas(),
                originUnits,
                leadUnits,
                supportingUnits,
                originality,
                background,
                summary,
                practice,
                effects,
                metrics(),
                promotion,
                path,
                lines);
    }

    private List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        if (summary != null) {
            metrics.addAll(MetricReader.read(summary, null));
        }
        if (practice != null) {
            metrics.addAll(MetricReader.read(practice.text(), MetricSection.PRACTICE));
        }
        if (effects != null) {
            metrics.addAll(MetricReader.read(effects.text(), MetricSection.EFFECT));
        }
        return metrics;
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
