package io.casewire.query;

import io.casewire.query.figure.AskedFigures;
import io.casewire.query.figure.EffectCondition;
import java.util.List;

/**
 * The figures of one typed part. A case has them where an effect of it is as one of the conditions says, or where one of them stands in
 * its text as typed.
 *
 * @param conditions the strictest first
 * @param texts as typed, never empty
 */
public record AskedFigure(List<EffectCondition> conditions, List<String> texts) {
    public AskedFigure {
        conditions = List.copyOf(conditions);
        texts = List.copyOf(texts);
    }

    static AskedFigure of(AskedFigures figures, String part) {
        return new AskedFigure(
                figures.conditions(),
                figures.parts().stream()
                        .map(figure -> part.substring(figure.start(), figure.end()))
                        .toList());
    }

    boolean isIn(Content content) {
        return content.effects().stream()
                        .anyMatch(effect -> conditions.stream().anyMatch(condition -> condition.holdsFor(effect)))
                || texts.stream().anyMatch(content.text()::has);
    }
}
