package io.casewire.benchmarks.faults;

import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code docs/reliability.md}: every fault with the last run kept, the tests that prove it, and what is not proved. */
final class ReliabilityPage {
    private ReliabilityPage() {}

    /** @param run as {@code casewire faults --json} writes it */
    static String of(JsonNode run) {
        StringBuilder page = new StringBuilder("""
                # Reliability

                What may go wrong, what must hold then, and what shows that it does. Made of `reliability.json` and the list in `io.casewire.benchmarks.faults.Fault`; a test compares
                this page with them. `./casewire faults` runs those that have a run, `./casewire faults F5 --json FILE` one of them: it writes down what was sent, acknowledged and
                observed, by ids, and a checker holds that to the promises (nothing acknowledged is lost, nothing appears that was not sent, nothing twice where once is promised,
                revisions never go back). A run that is to be kept goes to `--json docs/reliability.json`, then
                `mvn -pl benchmarks test -Dtest=ReliabilityPageTests -Dtest.jvm.args=-Dcasewire.golden.write=true`.

                | fault | must hold | run | tests | not proved |
                |---|---|---|---|---|
                """);
        for (Fault fault : Fault.values()) {
            page.append("| **%s** %s | %s | %s | %s | %s |\n"
                    .formatted(
                            fault.shown(), fault.what(), fault.mustHold(), ran(fault, run), tests(fault), fault.gap()));
        }
        return page.toString();
    }

    private static String ran(Fault fault, JsonNode run) {
        return run.path("faults")
                .valueStream()
                .filter(each -> each.path("fault").asString().equals(fault.shown()))
                .findFirst()
                .map(each -> "%s on %.10s: %d sent, %d acknowledged, %d observed%s"
                        .formatted(
                                each.path("held").asBoolean() ? "held" : "broken",
                                each.path("ended").asString(),
                                each.path("sent").asInt(),
                                each.path("acknowledged").asInt(),
                                each.path("observed").asInt(),
                                measured(each.path("measured"))))
                .orElse("–");
    }

    private static String measured(JsonNode measured) {
        return measured.propertyStream()
                .map(each -> String.format(
                        Locale.ROOT, "; %s %.1f", each.getKey(), each.getValue().asDouble()))
                .collect(Collectors.joining());
    }

    private static String tests(Fault fault) {
        return fault.tests().isEmpty()
                ? "–"
                : fault.tests().stream().map(test -> '`' + test + '`').collect(Collectors.joining(", "));
    }
}
