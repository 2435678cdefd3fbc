package io.casewire.standalone;

import io.casewire.embedded.LoopbackPort;
import io.casewire.embedded.PortInUse;

/** For {@code casewire doctor}: exits 0 if the port is free. */
public final class PortCommand {
    private PortCommand() {}

    public static void main(String[] arguments) {
        try {
            LoopbackPort.free(Integer.parseInt(arguments[0]));
        } catch (PortInUse e) {
            System.exit(1);
        }
    }
}
