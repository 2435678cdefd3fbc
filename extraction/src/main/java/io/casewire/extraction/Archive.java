package io.casewire.extraction;

import java.nio.file.Path;
import java.util.List;

/**
 * A packed file whose members are documents of their own.
 *
 * @param members in the order of the archive; those of archives inside it as well, folders left out
 * @param notices members that were left out, and why
 */
public record Archive(List<Member> members, List<Notice> notices) implements Content {
    public Archive {
        members = List.copyOf(members);
        notices = List.copyOf(notices);
    }

    /**
     * A file of the archive.
     *
     * @param name its path inside the archive, parts separated by {@code /}, names as their writer meant them; that of a member of an
     *     inner archive begins with the path of that archive and {@code !/}
     * @param file where it was unpacked
     */
    public record Member(String name, Path file) {}
}
