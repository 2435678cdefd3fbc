package io.casewire.outbound.destination;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up host names; tests bring their own, so that no test asks a name server. */
@FunctionalInterface
public interface NameResolver {
    /** All addresses of that name, the preferred first; never empty. */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** The operating system's. */
    static NameResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
