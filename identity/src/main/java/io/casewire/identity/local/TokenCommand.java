package io.casewire.identity.local;

import io.casewire.identity.Role;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code casewire token}: prints one token, or revokes some, or lists those given out. On standard output there is nothing
 * but the answer; sentences are on standard error.
 */
public final class TokenCommand {
    static final int DONE = 0;

    /** The key directory could not be used. */
    static final int NO_KEYS = 1;

    /** The command line was not understood. */
    static final int WRONG_USE = 2;

    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;

    private TokenCommand(InstantSource clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(run(
                args,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    /**
     * Answers one command line.
     *
     * @param args those of {@code casewire token}, or those of {@code casewire login} and that word
     * @return 0 done; 1 the keys cannot be used; 2 the command line was not understood
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        boolean isLogin = List.of(args).contains(TokenCommandLine.LOGIN);
        String verb = isLogin ? "casewire login" : "casewire token";
        try {
            // the command line is judged before the keys are touched
            new TokenCommand(InstantSource.system(), out, err).answer(TokenCommandLine.parse(args));
            return DONE;
        } catch (IllegalArgumentException e) {
            err.println(verb + ": " + e.getMessage());
            err.println("See " + verb + " --help.");
            return WRONG_USE;
        } catch (UnusableKeys e) {
            err.println(verb + ": " + e.getMessage());
            return NO_KEYS;
        } catch (IOException e) {
            err.println(verb + ": The directory of the keys cannot be used: " + e);
            return NO_KEYS;
        }
    }

    private void answer(TokenRequest request) throws IOException {
        switch (request) {
            case TokenRequest.Help _ -> out.print(usage());
            case TokenRequest.Issue issue ->
                out.println(TokenIssuer.in(issue.keys()).issue(issue.caller(), issue.life()));
            case TokenRequest.Link link -> link(link);
            case TokenRequest.Revoke revoke -> revoke(revoke);
            case TokenRequest.Show show -> show(show);
        }
    }

    private void link(TokenRequest.Link request) throws IOException {
        String token = TokenIssuer.in(request.keys()).issueSession(request.caller(), request.life());
        SignInCodes codes = SignInCodes.in(request.keys());
        out.println(request.console() + "/#/sign-in?code=" + codes.keep(token, clock.instant()));
        err.println("It signs in as " + request.caller().subject() + " for "
                + request.life().toHours() + " h, once and within " + SignInCodes.LIFE.toMinutes()
                + " minutes. Whoever has it can use it: hand it to that person alone.");
    }

    private void revoke(TokenRequest.Revoke request) throws IOException {
        requireTokensMadeHere(request.keys());
        Instant now = clock.instant();
        // a token's time of issue has whole seconds: what is issued after this command is issued later than this
        Instant end = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        if (request.before() != null && request.before().isAfter(now)) {
            throw new IllegalArgumentException("--issued-before lies in the future; tokens that do not exist yet cannot"
                    + " be revoked. It is " + now.truncatedTo(ChronoUnit.SECONDS) + " now.");
        }
        Instant before = Objects.requireNonNullElse(request.before(), end);
        List<Revocation> revocations = request.ids().isEmpty()
                ? List.of(new Revocation(now, null, request.subject(), before))
                : request.ids().stream()
                        .map(id -> new Revocation(now, id, null, null))
                        .toList();
        List<IssuedToken> known = new TokenRegister(new KeyDirectory(request.keys()))
                .read().tokens().stream()
                        .filter(token -> token.expiresAt().isAfter(now))
                        .toList();
        Revocations.add(request.keys(), revocations, now);
        List<IssuedToken> revoked = known.stream()
                .filter(token -> revocations.stream()
                        .anyMatch(each -> each.covers(token.id(), token.subject(), token.issuedAt())))
                .toList();
        await(end);
        revoked.forEach(token -> out.println("Revoked: " + token.id() + ", " + token.subject() + ", "
                + String.join(",", token.roles()) + ", was good until " + token.expiresAt()));
        request.ids().stream()
                .filter(id -> known.stream().noneMatch(token -> token.id().equals(id)))
                .forEach(id -> err.println("casewire token: No good token with the id " + id
                        + " was given out here; it is revoked all the same."));
        if (request.ids().isEmpty() && revoked.isEmpty()) {
            err.println("casewire token: No good token of these was given out here; others are revoked all the same.");
        }
        out.println("All services refuse them within " + Revocations.HOLDS_WITHIN.toSeconds() + " seconds.");
    }

    private void show(TokenRequest.Show request) throws IOException {
        requireTokensMadeHere(request.keys());
        Instant now = clock.instant();
        TokenRegister.Register register = new TokenRegister(new KeyDirectory(request.keys())).read();
        Revocations revocations = Revocations.in(request.keys());
        Revocations ended = Revocations.ofSessions(request.keys());
        out.println("id\tsubject\troles\tregion\tagency\tissued\texpires\tstate");
        for (IssuedToken token : register.tokens()) {
            String state = state(token, revocations, ended, now);
            if (request.all() || !state.equals("expired")) {
                out.println(String.join(
                        "\t",
                        Stream.of(
                                        token.id(),
                                        token.subject(),
                                        String.join(",", token.roles()),
                                        orDash(token.region()),
                                        orDash(token.agency()),
                                        token.issuedAt().toString(),
                                        token.expiresAt().toString(),
                                        state)
                                .toList()));
            }
        }
        if (register.unreadable() > 0) {
            err.println("casewire token: " + register.unreadable() + " lines of " + TokenRegister.fileIn(request.keys())
                    + " cannot be read.");
        }
    }

    private static String state(IssuedToken token, Revocations revocations, Revocations ended, Instant now) {
        if (!token.expiresAt().isAfter(now)) {
            return "expired";
        }
        if (revocations.cover(token.id(), token.subject(), token.issuedAt())) {
            return "revoked";
        }
        return token.session() && ended.cover(token.id(), token.subject(), token.issuedAt()) ? "signed out" : "good";
    }

    private static String orDash(@Nullable String value) {
        return value == null ? "-" : value;
    }

    /** A mistyped --data must not look like a revocation. */
    private static void requireTokensMadeHere(Path keys) {
        if (!FileModes.isThere(keys)) {
            throw new UnusableKeys("There are no keys in " + keys + ", so no token was made there: see --data.");
        }
    }

    private void await(Instant time) {
        for (Duration left = left(time); left.isPositive(); left = left(time)) {
            LockSupport.parkNanos(left.toNanos());
        }
    }

    private Duration left(Instant time) {
        return Duration.between(clock.instant(), time);
    }

    private static String usage() {
        return """
                Usage: casewire token --role ROLE[,ROLE…] --subject NAME [--region CODE] [--agency NAME] [options]
                       casewire token list [--all]
                       casewire token revoke ID… | [--subject NAME] [--issued-before TIME]

                Prints a token signed with the local key, for the header "Authorization: Bearer …". The key pair is made on
                first use. list shows the tokens given out that have not expired (--all: all), without the tokens themselves;
                revoke ends them before their time: by id, all of a subject until now, or those issued before a time.

                  --role ROLE     %s; may be given more than once
                  --subject NAME  whom the token is for, a person or a system: what it writes names them. Needed by every
                                  role but %s
                  --region CODE   six digits, for example 310000; needed by the role region
                  --agency NAME   the agency's name; needed by the role agency
                  --ttl TIME      30m, 12h or 7d; at most 366d (default: 12h)
                  --issued-before TIME
                                  with its offset, for example 2026-11-29T08:00:00+08:00
                  --data DIR      Casewire's data directory; the keys are in DIR/identity
                  --help          this text

                Names are compared in one spelling: without blanks around, full-width letters and brackets as half-width ones.
                A name with characters that cannot be seen or could not be read is refused.
                """.formatted(
                        Role.wireNames(),
                        Stream.of(Role.values())
                                .filter(role -> !role.writes())
                                .map(Role::wireName)
                                .reduce((one, other) -> one + " and " + other)
                                .orElse(""));
    }
}
