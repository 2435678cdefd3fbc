package io.casewire.ingest.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names that programs give to files while they write them (browsers, file transfers, Word's lock file), and files of systems that
 * are nobody's document. A finished file gets its own name, and is taken then.
 */
public final class UnfinishedNames {
    private static final List<String> BEGINNINGS = List.of(".", "~$");
    private static final List<String> ENDINGS =
            List.of(".part", ".partial", ".tmp", ".crdownload", ".download", ".filepart", ".swp");
    private static final Set<String> OF_SYSTEMS = Set.of("thumbs.db", "desktop.ini");
    private static final Set<String> FOLDERS_OF_SYSTEMS =
            Set.of("@eadir", "#recycle", "$recycle.bin", "system volume information", "lost+found");

    private UnfinishedNames() {}

    /** @param name of a file, without folders */
    public static boolean isOne(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream().anyMatch(small::startsWith)
                || ENDINGS.stream().anyMatch(small::endsWith)
                || OF_SYSTEMS.contains(small);
    }

    /** Whether nothing in such a folder is looked at: hidden ones, and those of systems. */
    public static boolean isFolder(String name) {
        return name.startsWith(".") || FOLDERS_OF_SYSTEMS.contains(name.toLowerCase(Locale.ROOT));
    }
}
