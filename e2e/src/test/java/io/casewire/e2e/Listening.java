package io.casewire.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The addresses a process listens on, from the kernel's tables (Linux, {@code man 5 proc_pid_net}). */
final class Listening {
    private static final String LISTEN = "0A";

    private Listening() {}

    static Set<InetAddress> addressesOf(long pid) throws IOException {
        Set<String> inodes = socketInodes(pid);
        Set<InetAddress> addresses = new HashSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
                List<String> columns = List.of(line.strip().split(" +"));
                if (columns.size() > 9 && columns.get(3).equals(LISTEN) && inodes.contains(columns.get(9))) {
                    addresses.add(address(columns.get(1)));
                }
            }
        }
        return addresses;
    }

    private static Set<String> socketInodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                }
            }
        }
        return inodes;
    }

    /** The kernel writes each 32-bit word in the machine's byte order. */
    private static InetAddress address(String endpoint) throws UnknownHostException {
        byte[] words = HexFormat.of().parseHex(endpoint.substring(0, endpoint.indexOf(':')));
        byte[] address = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            address[i] = words[i / 4 * 4 + 3 - i % 4];
        }
        return InetAddress.getByAddress(address);
    }
}
