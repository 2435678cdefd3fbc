package io.casewire.parsing;

import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.parsing.table.Column;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The texts a record took from its document. */
final class Texts {
    private final Consumer<String> taker;

    private Texts(Consumer<String> taker) {
        this.taker = taker;
    }

    static void of(ParsedRecord record, Consumer<String> taker) {
        Texts texts = new Texts(taker);
        switch (record) {
            case CaseRecord found -> texts.take(found);
            case TaskRecord found -> texts.take(found);
            case AdoptionRecord found -> {
                texts.take(found.quote());
                found.metrics().forEach(metric -> texts.take(metric.quote()));
            }
            case MilestoneRecord found -> texts.take(found.text());
            case IndicatorRecord found -> {
                texts.take(found.group());
                texts.take(found.name());
                texts.take(found.unit());
                found.targets().forEach(target -> {
                    texts.take(target.column());
                    texts.take(target.text());
                });
            }
            case ChapterRecord found -> {
                texts.take(found.title());
                texts.take(found.text());
                texts.take(found.path());
            }
            case DocumentRecord found -> {
                texts.take(found.title());
                texts.take(found.issuer());
                texts.take(found.documentNumber());
            }
            case DiagnosticRecord _ -> {
                // quotes what was not taken
            }
        }
    }

    private void take(CaseRecord found) {
        take(found.title());
        take(found.printedTitle());
        take(found.category());
        take(found.zones());
        take(found.areas());
        take(found.originUnits());
        take(found.leadUnits());
        take(found.supportingUnits());
        take(found.background());
        take(found.summary());
        takeDue(found.summary());
        if (found.practice() != null) {
            take(found.practice().text());
            takeDue(found.practice().text());
        }
        if (found.effects() != null) {
            take(found.effects().text());
        }
        Promotion promotion = found.promotion();
        if (promotion != null) {
            take(promotion.scopeText());
            take(promotion.since());
            if (promotion.instrument() != null) {
                take(promotion.instrument().title());
                take(promotion.instrument().number());
            }
        }
        take(found.path());
    }

    /** The day that the last line of a text states behind its label (完成时限：2026年6月底前). */
    private void takeDue(@Nullable String text) {
        if (text == null) {
            return;
        }
        String last = text.substring(text.lastIndexOf('\n') + 1);
        int colon = last.indexOf('：');
        if (colon > 0 && Column.ofHeader(last.substring(0, colon)).orElse(null) == Column.DEADLINE) {
            take(last.substring(colon + 1));
        }
    }

    private void take(TaskRecord found) {
        take(found.title());
        take(found.responsibleUnits());
        if (found.deadline() != null) {
            take(found.deadline().text());
        }
        found.measures().forEach(measure -> {
            take(measure.text());
            take(measure.leadUnits());
            take(measure.supportingUnits());
            measure.deadlines().forEach(deadline -> take(deadline.text()));
        });
        take(found.target());
        take(found.scopeText());
        take(found.path());
    }

    private void take(Collection<String> texts) {
        texts.forEach(taker);
    }

    private void take(@Nullable String text) {
        if (text != null) {
            taker.accept(text);
        }
    }
}
