package io.casewire.notify.matching;

import io.casewire.gazetteer.Place;
import io.casewire.query.AskedQuery;
import io.casewire.query.Clue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The criteria that ask for one kind of event: those without a query by their attributes, the others by their query first. */
final class Shelf<T> {
    private final Drawers<T> plain = new Drawers<>();
    private final Map<String, Question<T>> questions = new HashMap<>();
    private final ClueIndex<Question<T>> byClue = new ClueIndex<>();
    private final Map<String, Set<Question<T>>> byPlace = new HashMap<>();
    /** Which neither clues nor places lead to: asked of every event. */
    private final Set<Question<T>> open = new HashSet<>();

    void add(Filed<T> filed) {
        String query = filed.criteria().query();
        if (query == null) {
            plain.add(filed);
            return;
        }
        Question<T> question = questions.get(query);
        if (question == null) {
            question = pose(Objects.requireNonNull(filed.criteria().asked()));
            questions.put(query, question);
        }
        question.criteria().add(filed);
    }

    void remove(Filed<T> filed) {
        String query = filed.criteria().query();
        if (query == null) {
            plain.remove(filed);
            return;
        }
        Question<T> question = questions.get(query);
        if (question != null) {
            question.criteria().remove(filed);
            if (question.criteria().isEmpty()) {
                questions.remove(query);
                drop(question);
            }
        }
    }

    /** Shows the criteria that an event of these facts satisfies, each once. */
    void look(Facts facts, Consumer<Filed<T>> shown) {
        List<Object> labels = Labels.of(facts);
        plain.look(facts.attributes(), labels, shown);
        for (Question<T> question : near(facts)) {
            if (question.query().isAnsweredBy(facts.content())) {
                question.criteria().look(facts.attributes(), labels, shown);
            }
        }
    }

    /** How many queries an event of these facts is asked. */
    int asked(Facts facts) {
        return near(facts).size();
    }

    private Set<Question<T>> near(Facts facts) {
        Set<Question<T>> near = new HashSet<>(open);
        if (!byPlace.isEmpty()) {
            facts.content().places().forEach(place -> near.addAll(byPlace.getOrDefault(place, Set.of())));
        }
        if (!byClue.isEmpty()) {
            facts.content().forEachClue(code -> byClue.find(code, near));
        }
        return near;
    }

    private Question<T> pose(AskedQuery query) {
        Set<Clue> clues = query.clues(byClue::crowd);
        Set<String> places = clues.isEmpty()
                ? query.placesAlone().stream().map(Place::id).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        Question<T> question = new Question<>(query, clues, places);
        clues.forEach(clue -> byClue.add(clue, question));
        places.forEach(
                place -> byPlace.computeIfAbsent(place, _ -> new HashSet<>()).add(question));
        if (clues.isEmpty() && places.isEmpty()) {
            open.add(question);
        }
        return question;
    }

    private void drop(Question<T> question) {
        question.clues().forEach(clue -> byClue.remove(clue, question));
        question.places()
                .forEach(place -> byPlace.computeIfPresent(place, (_, there) -> {
                    there.remove(question);
                    return there.isEmpty() ? null : there;
                }));
        open.remove(question);
    }
}
