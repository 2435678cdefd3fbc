package io.casewire.embedded;

import java.io.Serial;

/** Somebody else listens on the port that was asked for. */
public final class PortInUse extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    PortInUse(int port) {
        super("Port " + port + " on " + BrokerSettings.LOOPBACK + " is already in use");
    }
}
