package io.casewire.ingest.upload;

import java.util.List;

/** What became of the files in an archive. */
public record ArchiveContents(List<Member> members, List<LeftOut> leftOut) {
    public ArchiveContents {
        members = List.copyOf(members);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A file that is an upload of its own.
     *
     * @param name its path in the archive
     * @param id of its upload
     */
    public record Member(String name, String id) {}

    /**
     * A file that is none.
     *
     * @param name its path in the archive
     * @param code why, upper case, stable
     * @param message why, a sentence
     */
    public record LeftOut(String name, String code, String message) {}
}
