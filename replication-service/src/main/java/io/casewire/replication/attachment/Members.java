package io.casewire.replication.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The names in the directory of an archive; nothing is unpacked.
 *
 * @param names in small letters
 */
record Members(List<String> names) {
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "dll", "com", "bat", "cmd", "scr", "msi", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "jar",
            "sh", "lnk", "pif", "cpl", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppam");

    Members {
        names = List.copyOf(names);
    }

    /** Of that file; empty where it has no directory that can be read. */
    static Optional<Members> of(Path file) throws IOException {
        // a charset in which every name can be read: names that are no UTF-8 are of interest by their Latin letters
        // only
        try (ZipFile archive = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            return Optional.of(new Members(archive.stream()
                    .map(member -> member.getName().toLowerCase(Locale.ROOT))
                    .toList()));
        } catch (ZipException e) {
            return Optional.empty();
        }
    }

    boolean anyBeginsWith(String mark) {
        return names.stream().anyMatch(name -> name.startsWith(mark));
    }

    /** Whether it is an Office file with macros. */
    boolean haveMacros() {
        return names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.contains("/macrosheets/"));
    }

    /** The first that a computer would run; empty where there is none. */
    Optional<String> program() {
        return names.stream()
                .filter(name -> PROGRAMS.contains(FileKind.ending(name)))
                .findFirst();
    }
}
