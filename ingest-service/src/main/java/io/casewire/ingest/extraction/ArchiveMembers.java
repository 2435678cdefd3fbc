package io.casewire.ingest.extraction;

import io.casewire.contracts.id.SourceId;
import io.casewire.extraction.Archive.Member;
import io.casewire.extraction.Formats;
import io.casewire.extraction.Notice;
import io.casewire.extraction.worker.Outcome.Unpacked;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.Sha256;
import io.casewire.ingest.upload.ArchiveContents;
import io.casewire.ingest.upload.ArchiveContents.LeftOut;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.ingest.upload.WorkQueue.Lane;
import io.casewire.parsing.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes each file of an archive an upload of its own, known by its content: doing it again after a crash, or for an archive that shares
 * files with another, changes nothing.
 */
@Component
public class ArchiveMembers {
    private static final int MAX_NAME = 200;

    private final Blobs blobs;
    private final Uploads uploads;
    private final WorkQueue queue;
    private final Limits limits;

    ArchiveMembers(Blobs blobs, Uploads uploads, WorkQueue queue, Limits limits) {
        this.blobs = blobs;
        this.uploads = uploads;
        this.queue = queue;
        this.limits = limits;
    }

    /** Takes them in; durable when it returns. */
    public ArchiveContents take(Unpacked unpacked, Upload archive) {
        List<ArchiveContents.Member> members = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Notice notice : unpacked.notices()) {
            leftOut.add(new LeftOut(notice.place().text(), notice.code(), notice.message()));
        }
        try {
            for (Member member : unpacked.members()) {
                long size = Files.size(member.file());
                if (size == 0 || size > limits.bytes()) {
                    leftOut.add(unfit(member.name(), size));
                } else {
                    members.add(new ArchiveContents.Member(member.name(), take(member, archive)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What was unpacked cannot be read", e);
        }
        return new ArchiveContents(members, leftOut);
    }

    private String take(Member member, Upload archive) throws IOException {
        String sha256 = sha256(member.file());
        Lane lane = lane(member.file());
        SourceId id = SourceId.ofSha256(sha256);
        if (uploads.find(id).isEmpty()) {
            try (InputStream in = Files.newInputStream(member.file())) {
                BlobReference bytes = blobs.put(sha256, in);
                uploads.add(archive.member(member.name(), shortened(member.name()), bytes));
            }
        }
        // also where it is known: a crash may have come between the two writes
        uploads.find(id)
                .filter(upload -> !upload.state().isFinal())
                .ifPresent(upload -> queue.add(upload.id(), upload.receivedAt(), lane));
        return id.value();
    }

    private static Lane lane(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Formats.mayBeRead(in.readNBytes(Formats.HEAD)) ? Lane.TO_TAKE_APART : Lane.ANY;
        }
    }

    private LeftOut unfit(String name, long size) {
        return size == 0
                ? new LeftOut(name, "EMPTY", "The file has no bytes. 文件为空。")
                : new LeftOut(
                        name,
                        "DOCUMENT_TOO_LARGE",
                        "The file has " + size + " bytes; at most " + limits.bytes() + " are read. 文件过大。");
    }

    /** The end of it, as that tells files apart. */
    private static String shortened(String name) {
        String visible = name.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.length() > MAX_NAME ? visible.substring(visible.length() - MAX_NAME) : visible;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return Sha256.hex(digest);
    }
}
