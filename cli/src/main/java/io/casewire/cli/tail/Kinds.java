package io.casewire.cli.tail;

import io.casewire.cli.connect.WrongUse;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.WireNames;
import io.casewire.text.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The names of topics, kinds of events and domains, as they are typed. A kind is a wire name without what all have: {@code case.published}. */
final class Kinds {
    private static final String PREFIX = "casewire.";
    private static final String VERSION = "\\.v[0-9]+$";

    private Kinds() {}

    static String of(String wireName) {
        return wireName.substring(PREFIX.length()).replaceFirst(VERSION, "");
    }

    static List<String> of(Topic<?> topic) {
        return WireNames.all().entrySet().stream()
                .filter(event -> topic.valueType().isAssignableFrom(event.getValue()))
                .map(event -> of(event.getKey()))
                .toList();
    }

    /** @throws WrongUse naming the nearest, where it is none */
    static String kind(String given) {
        List<String> valid =
                WireNames.all().keySet().stream().map(Kinds::of).distinct().toList();
        String kind = WireNames.all().containsKey(given) ? of(given) : given;
        return checked("kind of event", kind, valid);
    }

    /** @throws WrongUse naming the nearest, where it is none */
    static String domain(String given) {
        return checked(
                "domain",
                given,
                Arrays.stream(Domain.values()).map(Domain::slug).toList());
    }

    /** @throws WrongUse naming the nearest, where it is none */
    static Topic<?> topic(String given) {
        List<String> valid = Topics.all().stream().map(Topic::name).toList();
        return Topics.named(checked("topic", given, valid)).orElseThrow();
    }

    private static String checked(String what, String given, Collection<String> valid) {
        if (valid.contains(given)) {
            return given;
        }
        List<String> near = Nearest.of(given, valid);
        throw new WrongUse("there is no %s %s; %s"
                .formatted(
                        what,
                        given,
                        near.isEmpty()
                                ? "there are " + String.join(", ", valid)
                                : "did you mean " + String.join(" or ", near) + "?"));
    }
}
