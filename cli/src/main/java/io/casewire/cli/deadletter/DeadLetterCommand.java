package io.casewire.cli.deadletter;

import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.DeploymentOptions;
import io.casewire.cli.connect.WrongUse;
import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code casewire dead-letters}: what listeners could not handle, and replaying it once the cause is fixed. */
@Command(name = "dead-letters", description = "Show what listeners could not handle; let one read it again.")
public final class DeadLetterCommand {
    private static final Pattern PLACE = Pattern.compile("([a-zA-Z0-9._-]{1,249})/([0-9]{1,6})@([0-9]{1,18})");

    private final PrintStream out;

    @Mixin
    private DeploymentOptions options = new DeploymentOptions();

    public DeadLetterCommand(PrintStream out) {
        this.out = out;
    }

    @Command(name = "list", description = "Show them, each with its place.")
    int list() {
        list(options.deployment(), out);
        return 0;
    }

    @Command(
            name = "replay",
            description =
                    "Let a listener, its service stopped, read from the letter's event on; what it knows it ignores.")
    int replay(@Parameters(paramLabel = "TOPIC-dlt/PARTITION@OFFSET", description = "As list tells.") String place) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches() || !matcher.group(1).endsWith(DeadLetters.SUFFIX)) {
            throw new WrongUse(
                    "a dead letter lies at TOPIC-dlt/PARTITION@OFFSET, as `dead-letters list` tells, not at " + place);
        }
        TopicPartition partition = new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2)));
        replay(options.deployment(), partition, Long.parseLong(matcher.group(3)), out);
        return 0;
    }

    private static void list(Deployment deployment, PrintStream out) {
        try (Admin admin = deployment.admin()) {
            int count = new DeadLetters(deployment, admin)
                    .forEach(letter -> out.printf(
                            "%s  %s  %s  %s%n  %s%n",
                            letter.place(), letter.time(), letter.group(), letter.key(), letter.reason()));
            out.println(count == 0 ? "No dead letters." : count + " dead letters.");
        }
    }

    private static void replay(Deployment deployment, TopicPartition partition, long offset, PrintStream out) {
        try (Admin admin = deployment.admin()) {
            DeadLetters letters = new DeadLetters(deployment, admin);
            DeadLetter letter = letters.at(partition, offset);
            long events = letters.replay(letter);
            out.printf("%s reads %s from %d: ", letter.group(), letter.from(), letter.offset());
            out.println(events == 0 ? "it has not come so far yet." : events + " events again. Start its service.");
        }
    }
}
