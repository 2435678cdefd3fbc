package io.casewire.operations.deadletter;

import io.casewire.operations.connect.Arguments;
import io.casewire.operations.connect.Deployment;
import io.casewire.operations.connect.WrongUse;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** {@code dead-letters}: what listeners could not handle, and reading it again once the cause is mended. */
public final class DeadLetterCommand {
    public static final String USAGE = "dead-letters list | dead-letters again TOPIC-dlt/PARTITION@OFFSET";

    private static final Pattern PLACE = Pattern.compile("([a-zA-Z0-9._-]{1,249})/([0-9]{1,6})@([0-9]{1,18})");

    private DeadLetterCommand() {}

    /** Exits with 0, as what cannot be done is told by an exception. */
    public static int run(List<String> command, PrintStream out) {
        Arguments arguments = Arguments.parse(command, Deployment.OPTIONS, Set.of());
        List<String> words = arguments.plain();
        Deployment deployment = Deployment.of(arguments, System.getenv());
        if (words.equals(List.of("list"))) {
            list(deployment, out);
        } else if (words.size() == 2 && words.getFirst().equals("again")) {
            again(deployment, words.getLast(), out);
        } else {
            throw new WrongUse(USAGE);
        }
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

    private static void again(Deployment deployment, String place, PrintStream out) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches() || !matcher.group(1).endsWith(DeadLetters.SUFFIX)) {
            throw new WrongUse(
                    "a dead letter lies at TOPIC-dlt/PARTITION@OFFSET, as `dead-letters list` tells, not at " + place);
        }
        TopicPartition partition = new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2)));
        try (Admin admin = deployment.admin()) {
            DeadLetters letters = new DeadLetters(deployment, admin);
            DeadLetter letter = letters.at(partition, Long.parseLong(matcher.group(3)));
            long events = letters.readAgain(letter);
            out.printf("%s reads %s from %d: ", letter.group(), letter.from(), letter.offset());
            out.println(events == 0 ? "it has not come so far yet." : events + " events again. Start its service.");
        }
    }
}
