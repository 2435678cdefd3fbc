package io.casewire.notify.matching;

import io.casewire.notify.subscription.Criteria;
import io.casewire.text.ComparableKey;
import java.util.Set;
import java.util.stream.Collectors;

/** Comparable keys of the names that criteria ask for, which documents print in many ways. */
record Keys(Set<String> units, Set<String> instruments) {
    static Keys of(Criteria criteria) {
        return new Keys(keys(criteria.units()), keys(criteria.particulars().instruments()));
    }

    private static Set<String> keys(Set<String> names) {
        return names.stream().map(ComparableKey::of).collect(Collectors.toUnmodifiableSet());
    }
}
