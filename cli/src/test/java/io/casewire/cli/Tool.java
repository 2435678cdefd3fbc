package io.casewire.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A command as it ended.
 *
 * @param said on both outputs
 */
public record Tool(int status, String said) {
    public static Tool run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream said = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = Casewire.run(said, said, arguments);
        return new Tool(status, bytes.toString(StandardCharsets.UTF_8));
    }
}
