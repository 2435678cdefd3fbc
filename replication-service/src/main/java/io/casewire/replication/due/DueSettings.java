package io.casewire.replication.due;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.replication.due}.
 *
 * @param steps how many working days before a deadline to remind of it
 * @param overdueSteps how many working days after it to remind again of one that has passed, beyond the day after; none where empty
 * @param interval how often to look whom to remind
 */
@ConfigurationProperties("casewire.replication.due")
record DueSettings(
        @DefaultValue({"20", "5", "1"}) List<Integer> steps,
        @DefaultValue({}) List<Integer> overdueSteps,
        @DefaultValue("10m") Duration interval) {
    private static final int MAX_STEP = 250;
    private static final int MAX_STEPS = 20;

    DueSettings {
        steps = checked("steps", steps);
        overdueSteps = checked("overdue-steps", overdueSteps);
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("casewire.replication.due.interval must be above zero.");
        }
    }

    private static List<Integer> checked(String name, List<Integer> steps) {
        if (steps.size() > MAX_STEPS
                || new HashSet<>(steps).size() < steps.size()
                || steps.stream().anyMatch(step -> step < 1 || step > MAX_STEP)) {
            throw new IllegalArgumentException("casewire.replication.due." + name + " are at most " + MAX_STEPS
                    + " different numbers of working days, each 1 to " + MAX_STEP + ".");
        }
        return List.copyOf(steps);
    }
}
