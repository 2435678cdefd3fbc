package io.casewire.standalone;

import java.nio.file.Path;

/**
 * The command line of {@link Standalone}.
 *
 * @param data where everything is kept
 * @param port of the console; 0 for any free one
 * @param demo load the samples and show what becomes of them
 * @param samples where they are
 * @param thenStop stop as soon as everything is ready: used to record which classes a start needs
 */
record StartOptions(Path data, int port, boolean demo, Path samples, boolean thenStop) {
    static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException with a sentence for the user */
    static StartOptions parse(String[] arguments) {
        Path data = Path.of(".casewire");
        int port = DEFAULT_PORT;
        boolean demo = false;
        Path samples = Path.of("samples");
        boolean thenStop = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--data" -> data = Path.of(value(arguments, ++i));
                case "--port" -> port = port(value(arguments, ++i));
                case "--demo" -> demo = true;
                case "--samples" -> samples = Path.of(value(arguments, ++i));
                case "--then-stop" -> thenStop = true;
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        return new StartOptions(data.toAbsolutePath().normalize(), port, demo, samples, thenStop);
    }

    private static String value(String[] arguments, int index) {
        if (index == arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new IllegalArgumentException("--port needs a number from 0 to 65535, not " + value);
    }
}
