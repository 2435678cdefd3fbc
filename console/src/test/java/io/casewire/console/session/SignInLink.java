package io.casewire.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.identity.local.TokenCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Links as {@code casewire login} prints them, and what else an operator does with tokens. */
public final class SignInLink {
    private SignInLink() {}

    /** The code of a new link. */
    public static String code(Path data, String... options) {
        String link = said(data, "login", options);
        return link.substring(link.indexOf("code=") + "code=".length()).strip();
    }

    public static void revoke(Path data, String subject) {
        said(data, "revoke", "--subject=" + subject);
    }

    static String said(Path data, String verb, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>(List.of(verb, "--data=" + data));
        words.addAll(Arrays.asList(options));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = TokenCommand.run(
                words.toArray(String[]::new), stream, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
