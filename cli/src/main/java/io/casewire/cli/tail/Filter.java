package io.casewire.cli.tail;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which events are shown; what is empty or null leaves none out.
 *
 * @param domains slugs; of events that name domains one has to be among them, others are left out
 */
record Filter(
        Set<String> kinds, Set<String> domains, @Nullable String key) {
    Filter {
        kinds = Set.copyOf(kinds);
        domains = Set.copyOf(domains);
    }

    boolean takes(Line line) {
        return switch (line) {
            case Line.Happened event ->
                (kinds.isEmpty() || kinds.contains(event.kind()))
                        && (domains.isEmpty() || isOfADomain(event.data()))
                        && isOfKey(event.key());
            // neither has a kind or a domain that could be asked for
            case Line.Moved moved -> kinds.isEmpty() && domains.isEmpty() && isOfKey(moved.key());
            // what cannot be read may be what is looked for
            case Line.Unreadable unreadable -> isOfKey(unreadable.key());
        };
    }

    private boolean isOfKey(@Nullable String other) {
        return key == null || key.equals(other);
    }

    private boolean isOfADomain(JsonNode data) {
        return data.findValues("domains").stream()
                .flatMap(JsonNode::valueStream)
                .anyMatch(domain -> domains.contains(domain.asString("")));
    }
}
