package io.casewire.cli.doctor;

import io.casewire.cli.connect.WrongUse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether a port that is to be published is still to be had. */
final class PortCheck {
    private static final String ABOUT = "port";

    private PortCheck() {}

    /**
     * Listens for an instant.
     *
     * @param address literal or name of this host, a colon, the port
     * @throws WrongUse when it is none
     */
    static Finding of(String address) {
        int colon = address.lastIndexOf(':');
        try (ServerSocket _ = new ServerSocket(
                Integer.parseInt(address.substring(colon + 1)),
                1,
                InetAddress.getByName(address.substring(0, colon)))) {
            return Finding.ok(ABOUT, address + " is free");
        } catch (IOException e) {
            return Finding.fail(
                    ABOUT, "%s cannot be had (%s): choose another in .env".formatted(address, e.getMessage()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new WrongUse("--free needs an address, a colon and a port, not " + address);
        }
    }
}
