package io.casewire.operations;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A command as it ended.
 *
 * @param said on both outputs
 */
public record Tool(int status, String said) {
    public static Tool run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream said = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = OperatorTools.run(Arrays.asList(arguments), said, said);
        return new Tool(status, bytes.toString(StandardCharsets.UTF_8));
    }
}
