package io.casewire.extraction.zip;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the name of a member tells before it is unpacked. */
final class MemberPath {
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Set<String> JUNK = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    /** Of files that programs put beside those they have open, and of what a Mac keeps beside a file. */
    private static final List<String> JUNK_PREFIXES = List.of("~$", ".~", "._");

    private MemberPath() {}

    /** Why no honest archive has such a name; null for one that may be there. */
    static @Nullable String fault(String name) {
        if (name.startsWith("/")) {
            return "is absolute";
        }
        if (name.length() >= 2 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0))) {
            return "names a drive";
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return "holds control characters";
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..")) {
                return "leads out of the archive";
            }
            if (isDevice(part)) {
                return "names a device";
            }
        }
        return null;
    }

    /** CON, COM1.txt and their likes. */
    private static boolean isDevice(String part) {
        int dot = part.indexOf('.');
        String base = (dot < 0 ? part : part.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        boolean port = base.length() == 4
                && (base.startsWith("com") || base.startsWith("lpt"))
                && base.charAt(3) >= '1'
                && base.charAt(3) <= '9';
        return port || DEVICES.contains(base);
    }

    /** Whether a program put it there and nobody meant to send it. */
    static boolean isJunk(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || name.contains("/__MACOSX/")
                || JUNK.contains(last.toLowerCase(Locale.ROOT))
                || JUNK_PREFIXES.stream().anyMatch(last::startsWith);
    }
}
