package io.casewire.operations.deployment;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link InitCommand}.
 *
 * @param folder to make
 * @param localImages the broker's image is the one made by {@code deploy/airgap/build}
 * @param trialStore the embedded store stands in for MongoDB
 * @param address the console's port is published on
 * @param port of the console
 * @param version of the images
 */
record InitOptions(Path folder, boolean localImages, boolean trialStore, String address, int port, String version) {
    private static final int CONSOLE_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException with a sentence for the user */
    static InitOptions parse(List<String> arguments, String version) {
        @Nullable String folder = null;
        boolean localImages = false;
        boolean trialStore = false;
        String address = "127.0.0.1";
        int port = CONSOLE_PORT;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--local-images" -> localImages = true;
                case "--trial-store" -> {
                    localImages = true;
                    trialStore = true;
                }
                case "--address" -> address = value(arguments, ++i);
                case "--port" -> port = port(value(arguments, ++i));
                case "--version" -> version = value(arguments, ++i);
                default -> {
                    if (argument.startsWith("-") || folder != null) {
                        throw new IllegalArgumentException("unknown option " + argument);
                    }
                    folder = argument;
                }
            }
        }
        if (folder == null) {
            throw new IllegalArgumentException("name the folder to make");
        }
        return new InitOptions(
                Path.of(folder).toAbsolutePath().normalize(), localImages, trialStore, address, port, version);
    }

    private static String value(List<String> arguments, int index) {
        if (index == arguments.size()) {
            throw new IllegalArgumentException(arguments.get(index - 1) + " needs a value");
        }
        return arguments.get(index);
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new IllegalArgumentException("--port needs a number from 1 to 65535, not " + value);
    }
}
