package io.casewire.cli;

import io.casewire.text.Nearest;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A sentence for a command line that is not understood: what, and the valid words nearest to it. */
final class Mistake {
    private Mistake() {}

    static String in(ParameterException problem) {
        return problem instanceof UnmatchedArgumentException unmatched ? in(unmatched) : said(problem);
    }

    private static String in(UnmatchedArgumentException problem) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        String word = problem.getUnmatched().getFirst();
        if (word.startsWith("-")) {
            int equals = word.indexOf('=');
            return unknown("option", equals < 0 ? word : word.substring(0, equals), options(command));
        }
        return command.subcommands().isEmpty()
                ? "one argument too many: " + word
                : unknown("command", word, commands(command));
    }

    private static String unknown(String what, String word, List<String> valid) {
        List<String> near = Nearest.of(word, valid);
        return "unknown %s %s; %s"
                .formatted(
                        what,
                        word,
                        near.isEmpty()
                                ? "there are " + String.join(", ", valid)
                                : "did you mean " + String.join(" or ", near) + "?");
    }

    private static List<String> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> option.longestName())
                .sorted()
                .toList();
    }

    private static List<String> commands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(each -> each.getCommandSpec())
                .filter(each -> !each.usageMessage().hidden())
                .map(CommandSpec::name)
                .toList();
    }

    private static String said(ParameterException problem) {
        String sentence = String.valueOf(problem.getMessage());
        String begun =
                sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
        // those that are methods come in whatever order the JVM has them
        List<String> commands = commands(problem.getCommandLine().getCommandSpec()).stream()
                .sorted()
                .toList();
        return begun.equals("missing required subcommand") ? begun + ": " + String.join(", ", commands) : begun;
    }
}
