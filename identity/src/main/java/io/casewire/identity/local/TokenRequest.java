package io.casewire.identity.local;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The command line of {@code casewire token}, each refusal a sentence in an {@link IllegalArgumentException}. */
final class TokenRequest {
    private static final Pattern LIFE = Pattern.compile("([0-9]{1,8})([smhd])");

    private final Set<Role> roles = new LinkedHashSet<>();
    private @Nullable String region;
    private @Nullable String agency;
    private @Nullable String subject;
    private @Nullable String data;
    private Duration life = Duration.ofHours(12);
    private boolean help;

    private TokenRequest() {}

    static TokenRequest parse(String[] args) {
        TokenRequest request = new TokenRequest();
        Iterator<String> words = Arrays.asList(args).iterator();
        while (words.hasNext() && !request.help) {
            request.take(words.next(), words);
        }
        return request;
    }

    boolean help() {
        return help;
    }

    Duration life() {
        return life;
    }

    Caller caller() {
        if (roles.isEmpty()) {
            throw refusal("Say for which role: --role with one or more of " + Role.wireNames() + ".");
        }
        if (roles.contains(Role.REGION) && region == null) {
            throw refusal("The role region needs --region CODE, six digits, for example 310000.");
        }
        if (roles.contains(Role.AGENCY) && agency == null) {
            throw refusal("The role agency needs --agency NAME.");
        }
        String name = subject == null ? roles.iterator().next().wireName() : subject;
        return new Caller(name, roles, region, agency);
    }

    Path keyDirectory() {
        if (data == null) {
            throw refusal("Say where Casewire keeps its data: --data DIR.");
        }
        try {
            return Path.of(data, "identity");
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--data is not a path of this system.", e);
        }
    }

    private void take(String option, Iterator<String> words) {
        int equals = option.indexOf('=');
        if (option.equals("--help") || option.equals("-h")) {
            help = true;
        } else if (!option.startsWith("--")) {
            throw refusal("Not understood: " + option);
        } else if (equals > 0) {
            set(option.substring(0, equals), option.substring(equals + 1));
        } else {
            set(option, words.hasNext() ? words.next() : null);
        }
    }

    private void set(String option, @Nullable String given) {
        String value = given == null ? "" : given;
        switch (option) {
            case "--role" ->
                Arrays.stream(value.split(",", -1)).map(TokenRequest::role).forEach(roles::add);
            case "--region" -> region = value;
            case "--agency" -> agency = value;
            case "--subject" -> subject = value;
            case "--data" -> data = value;
            case "--ttl" -> life = life(value);
            default -> throw refusal("There is no option " + option + ".");
        }
        if (value.isBlank()) {
            throw refusal(option + " needs a value.");
        }
    }

    private static Role role(String name) {
        return Role.ofWireName(name.strip())
                .orElseThrow(
                        () -> refusal("There is no role \"" + name + "\"; the roles are " + Role.wireNames() + "."));
    }

    private static Duration life(String text) {
        Matcher matcher = LIFE.matcher(text);
        if (!matcher.matches()) {
            throw refusal("--ttl takes a number and s, m, h or d, for example 12h.");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static IllegalArgumentException refusal(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
