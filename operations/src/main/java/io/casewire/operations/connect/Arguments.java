package io.casewire.operations.connect;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line of one command.
 *
 * @param plain the arguments that are no options
 * @param values those given to each option, in order; an option without a value has an empty list
 */
public record Arguments(List<String> plain, Map<String, List<String>> values) {
    public Arguments {
        plain = List.copyOf(plain);
        values = Map.copyOf(values);
    }

    /**
     * Reads a command line.
     *
     * @param valued options that take a value
     * @param flags options that take none
     * @throws WrongUse for any other option, or a missing value
     */
    public static Arguments parse(List<String> arguments, Set<String> valued, Set<String> flags) {
        List<String> plain = new ArrayList<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (valued.contains(argument)) {
                if (!rest.hasNext()) {
                    throw new WrongUse(argument + " needs a value");
                }
                values.computeIfAbsent(argument, _ -> new ArrayList<>()).add(rest.next());
            } else if (flags.contains(argument)) {
                values.putIfAbsent(argument, List.of());
            } else if (argument.startsWith("-")) {
                throw new WrongUse("unknown option " + argument);
            } else {
                plain.add(argument);
            }
        }
        return new Arguments(plain, values);
    }

    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    /** The last value given to the option. */
    public Optional<String> value(String option) {
        List<String> given = all(option);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.getLast());
    }

    /** Every value given to the option. */
    public List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** @throws WrongUse when there are more or fewer plain arguments */
    public void requirePlain(int count, String usage) {
        if (plain.size() != count) {
            throw new WrongUse(usage);
        }
    }
}
