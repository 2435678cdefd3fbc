package io.casewire.identity.local;

import io.casewire.identity.Caller;
import io.casewire.identity.Names;
import io.casewire.identity.Role;
import io.casewire.text.Nearest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command line of {@code casewire token}, each refusal a sentence in an {@link IllegalArgumentException}. */
final class TokenCommandLine {
    private static final Pattern LIFE = Pattern.compile("([0-9]{1,8})([smhd])");
    private static final Duration LIFE_UNLESS_SAID = Duration.ofHours(12);

    private static final String ROLE = "--role";
    private static final String REGION = "--region";
    private static final String AGENCY = "--agency";
    private static final String SUBJECT = "--subject";
    private static final String TTL = "--ttl";
    private static final String DATA = "--data";
    private static final String BEFORE = "--issued-before";
    private static final String ALL = "--all";
    private static final String URL = "--url";

    /** The first word of the command line behind {@code casewire login}. */
    static final String LOGIN = "login";

    /** What may be asked for, with the options that belong to it. */
    @SuppressWarnings("ImmutableEnumChecker") // the sets are those of Set.of
    private enum Verb {
        ISSUE,
        LOGIN,
        REVOKE,
        LIST;

        private Set<String> options() {
            return switch (this) {
                case ISSUE -> Set.of(ROLE, REGION, AGENCY, SUBJECT, TTL, DATA);
                case LOGIN -> Set.of(ROLE, REGION, AGENCY, SUBJECT, TTL, DATA, URL);
                case REVOKE -> Set.of(SUBJECT, BEFORE, DATA);
                case LIST -> Set.of(ALL, DATA);
            };
        }
    }

    private final Map<String, String> values = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private boolean help;

    private TokenCommandLine() {}

    static TokenRequest parse(String[] args) {
        TokenCommandLine line = new TokenCommandLine();
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext() && !line.help) {
            line.take(rest.next(), rest);
        }
        return line.help ? new TokenRequest.Help() : line.request();
    }

    private void take(String word, Iterator<String> rest) {
        int equals = word.indexOf('=');
        if (word.equals("--help") || word.equals("-h")) {
            help = true;
        } else if (!word.startsWith("-")) {
            words.add(word);
        } else if (word.equals(ALL)) {
            values.put(ALL, "");
        } else if (equals > 0) {
            set(word.substring(0, equals), word.substring(equals + 1));
        } else {
            set(word, rest.hasNext() ? rest.next() : "");
        }
    }

    private void set(String option, String value) {
        if (Arrays.stream(Verb.values()).noneMatch(verb -> verb.options().contains(option))) {
            List<String> near = Nearest.of(
                    option,
                    Arrays.stream(Verb.values())
                            .flatMap(verb -> verb.options().stream())
                            .distinct()
                            .toList());
            throw refusal("There is no option " + option + "."
                    + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?"));
        }
        if (option.equals(TTL)) {
            life(value);
        }
        if (value.isBlank()) {
            throw refusal(option + " needs a value.");
        }
        String before = values.get(option);
        if (before != null && !option.equals(ROLE)) {
            throw refusal(option + " is given twice.");
        }
        values.put(option, before == null ? value : before + "," + value);
    }

    private TokenRequest request() {
        Verb verb = verb();
        values.keySet().stream()
                .filter(option -> !verb.options().contains(option))
                .findFirst()
                .ifPresent(option -> {
                    throw refusal("%s does not belong to casewire token%s."
                            .formatted(option, verb == Verb.ISSUE ? "" : " " + words.getFirst()));
                });
        return switch (verb) {
            case ISSUE -> new TokenRequest.Issue(keys(), caller(), lifeOrNot());
            case LOGIN -> new TokenRequest.Link(keys(), caller(), sessionLife(), console());
            case REVOKE -> revocation(words.subList(1, words.size()));
            case LIST -> new TokenRequest.Show(keys(), values.containsKey(ALL));
        };
    }

    private Verb verb() {
        if (words.isEmpty()) {
            return Verb.ISSUE;
        }
        if (words.getFirst().equals("revoke")) {
            return Verb.REVOKE;
        }
        if (words.equals(List.of(LOGIN))) {
            return Verb.LOGIN;
        }
        if (words.equals(List.of("list"))) {
            return Verb.LIST;
        }
        throw refusal("Not understood: " + words.getLast() + ". There are casewire token --role ROLE …,"
                + " casewire token list and casewire token revoke.");
    }

    private Caller caller() {
        Set<Role> roles = roles();
        String region = values.get(REGION);
        String agency = values.get(AGENCY);
        if (roles.contains(Role.REGION) && region == null) {
            throw refusal("The role region needs --region CODE, six digits, for example 310000.");
        }
        if (roles.contains(Role.AGENCY) && agency == null) {
            throw refusal("The role agency needs --agency NAME.");
        }
        return new Caller(subject(roles), roles, region, agency);
    }

    private String subject(Set<Role> roles) {
        Optional<Role> writing = roles.stream().filter(Role::writes).findFirst();
        String given = values.get(SUBJECT);
        if (given == null && writing.isPresent()) {
            throw refusal("Say whom the token is for: --subject NAME, a person or a system. The role "
                    + writing.get().wireName()
                    + " writes, and what is written names who did it; a report is not reviewed by its own reporter.");
        }
        return given == null ? roles.iterator().next().wireName() : given;
    }

    private Set<Role> roles() {
        String given = values.get(ROLE);
        if (given == null) {
            throw refusal("Say for which role: --role with one or more of " + Role.wireNames() + ".");
        }
        return Arrays.stream(given.split(",", -1))
                .map(TokenCommandLine::role)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private TokenRequest.Revoke revocation(List<String> ids) {
        String subject = values.get(SUBJECT);
        Instant before = values.containsKey(BEFORE) ? time(values.get(BEFORE)) : null;
        if (ids.isEmpty() == (subject == null && before == null)) {
            throw refusal("Say which tokens: their ids (see casewire token list), or --subject NAME and"
                    + " --issued-before TIME, one of them or both.");
        }
        return new TokenRequest.Revoke(
                keys(),
                ids.stream().map(id -> Names.canonical("id", id)).distinct().toList(),
                subject == null ? null : Names.canonical("subject", subject),
                before);
    }

    private Path keys() {
        String data = values.get(DATA);
        if (data == null) {
            throw refusal("Say where Casewire keeps its data: --data DIR.");
        }
        try {
            return Path.of(data, "identity");
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "--data is not a path of this system, or its name was lost on the way here: Java reads names in the"
                            + " character set of the locale; set LC_ALL=C.UTF-8.",
                    e);
        }
    }

    private Duration sessionLife() {
        Duration life = values.containsKey(TTL) ? life(values.get(TTL)) : Sessions.LIFE_UNLESS_SAID;
        if (life.compareTo(Duration.ofHours(1)) < 0 || life.compareTo(Sessions.MAX_LIFE) > 0) {
            throw refusal("A session lasts 1 to " + Sessions.MAX_LIFE.toHours() + " hours.");
        }
        return life;
    }

    private String console() {
        String given = Objects.requireNonNullElse(values.get(URL), "http://127.0.0.1:8080");
        try {
            URI address = new URI(given.strip());
            boolean isConsole = Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            if (isConsole) {
                return address.toString().replaceFirst("/+$", "");
            }
        } catch (URISyntaxException _) {
            // said below
        }
        throw refusal("--url takes the console's address, for example https://casewire.example.");
    }

    private Duration lifeOrNot() {
        String life = values.get(TTL);
        return life == null ? LIFE_UNLESS_SAID : life(life);
    }

    private static Role role(String name) {
        return Role.ofWireName(name.strip())
                .orElseThrow(() -> refusal("There is no role \"" + name + "\". " + meant(name) + "The roles are "
                        + Role.wireNames() + "."));
    }

    private static String meant(String name) {
        List<String> near = Nearest.of(
                name, Arrays.stream(Role.values()).map(Role::wireName).toList());
        return near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ";
    }

    private static Duration life(@Nullable String given) {
        String text = String.valueOf(given);
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

    private static Instant time(@Nullable String text) {
        try {
            return OffsetDateTime.parse(String.valueOf(text)).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--issued-before takes a time with its offset, for example 2026-11-29T08:00:00+08:00.", e);
        }
    }

    private static IllegalArgumentException refusal(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
