package io.casewire.identity.local;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code casewire token}: prints one token and nothing else on standard output, sentences on standard error. */
public final class TokenCommand {
    static final int DONE = 0;

    /** The key directory could not be used. */
    static final int NO_KEYS = 1;

    /** The command line was not understood. */
    static final int WRONG_USE = 2;

    private TokenCommand() {}

    public static void main(String[] args) {
        System.exit(run(
                args,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            TokenRequest request = TokenRequest.parse(args);
            out.print(request.help() ? usage() : token(request));
            return DONE;
        } catch (IllegalArgumentException e) {
            err.println("casewire token: " + e.getMessage());
            err.println("See casewire token --help.");
            return WRONG_USE;
        } catch (UnusableKeys e) {
            err.println("casewire token: " + e.getMessage());
            return NO_KEYS;
        }
    }

    private static String token(TokenRequest request) {
        // the command line is judged before the keys are touched
        Caller caller = request.caller();
        return LocalIssuer.in(request.keyDirectory()).mint(caller, request.life()) + System.lineSeparator();
    }

    private static String usage() {
        return """
                Usage: casewire token --role ROLE[,ROLE…] [--region CODE] [--agency NAME] [options]

                Prints a token signed with the local key, for the header "Authorization: Bearer …".
                The key pair is made on first use.

                  --role ROLE     %s; may be given more than once
                  --region CODE   six digits, for example 310000; needed by the role region
                  --agency NAME   the agency's name; needed by the role agency
                  --subject NAME  who the token is for (default: the first role)
                  --ttl TIME      30m, 12h or 7d; at most 366d (default: 12h)
                  --data DIR      Casewire's data directory; the keys are in DIR/identity
                  --help          this text
                """.formatted(Role.wireNames());
    }
}
