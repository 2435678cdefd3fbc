package io.casewire.cli.token;

import io.casewire.identity.Role;
import java.util.Arrays;
import java.util.Iterator;

/** The roles by name, for the help. */
final class RoleNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Role.values()).map(Role::wireName).iterator();
    }
}
