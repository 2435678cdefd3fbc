package io.casewire.notify.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Criteria with the same attributes: they are asked of an event once, however many there are. Compared by identity. */
final class Bundle<T> {
    private final List<Set<?>> asked;
    private final Conditions conditions;
    private final List<Filed<T>> criteria = new ArrayList<>(1);

    /**
     * @param asked labels of each attribute asked for
     * @param conditions the same, to be asked of an event
     */
    Bundle(List<Set<?>> asked, Conditions conditions) {
        this.asked = asked;
        this.conditions = conditions;
    }

    List<Set<?>> asked() {
        return asked;
    }

    Conditions conditions() {
        return conditions;
    }

    List<Filed<T>> criteria() {
        return criteria;
    }
}
