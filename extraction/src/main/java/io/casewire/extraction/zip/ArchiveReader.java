package io.casewire.extraction.zip;

import io.casewire.extraction.Archive;
import io.casewire.extraction.Archive.Member;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.Unpacking;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks the documents of a zip, and of the zips in it. What cannot be read is said and left out; what is hostile sinks all of it. */
public final class ArchiveReader {
    private final ExtractionLimits limits;
    private final Judge judge;

    public ArchiveReader(ExtractionLimits limits, Judge judge) {
        this.limits = limits;
        this.judge = judge;
    }

    /** Says what an unpacked member is. */
    @FunctionalInterface
    public interface Judge {
        /**
         * Whether it is an archive of its own; a document where not.
         *
         * @throws Unextractable for a member that is not read
         */
        boolean isArchive(Path file, String name) throws Unextractable, IOException;
    }

    /**
     * The members of an archive.
     *
     * @param scratch an empty folder for them
     * @throws Unextractable for more than the limits allow, for names that lead elsewhere, for what is no zip after all
     */
    public Archive read(Path file, Path scratch) throws Unextractable, IOException {
        Walk walk = new Walk(scratch, new Unpacking(Files.size(file), limits));
        walk.into(file, "", 0);
        return new Archive(walk.members, walk.notices);
    }

    private final class Walk {
        private final List<Member> members = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();
        private final Path scratch;
        private final Unpacking unpacking;
        private int unpacked;

        Walk(Path scratch, Unpacking unpacking) {
            this.scratch = scratch;
            this.unpacking = unpacking;
        }

        void into(Path file, String prefix, int depth) throws Unextractable, IOException {
            try (ZipFile zip = open(file)) {
                List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
                MemberNames names = MemberNames.of(entries);
                for (ZipArchiveEntry entry : entries) {
                    take(zip, entry, prefix, names.of(entry), depth);
                }
            }
        }

        private static ZipFile open(Path file) throws Unextractable {
            try {
                // names are read by us: the library writes a question mark for what it cannot decode
                return ZipFile.builder()
                        .setPath(file)
                        .setUseUnicodeExtraFields(false)
                        .get();
            } catch (IOException e) {
                throw new Unextractable(
                        Reason.DAMAGED_FILE,
                        "The zip file cannot be opened: " + e.getMessage() + ". Send it again",
                        "zip 文件无法打开，可能已损坏。请重新上传。");
            }
        }

        private void take(ZipFile zip, ZipArchiveEntry entry, String prefix, String printed, int depth)
                throws Unextractable, IOException {
            String name = prefix + printed;
            String fault = MemberPath.fault(printed);
            if (fault != null) {
                throw new Unextractable(
                        Reason.HOSTILE_FILE,
                        "The name of member '" + name + "' " + fault + ". Pack the documents anew",
                        "压缩包成员“" + name + "”的路径不安全，已拒收。请重新打包。");
            }
            if (printed.endsWith("/") || entry.isDirectory() || MemberPath.isJunk(printed)) {
                return;
            }
            if (++unpacked > limits.members()) {
                throw new Unextractable(
                        Reason.DOCUMENT_TOO_LARGE,
                        "The archive has more than " + limits.members() + " members (" + ExtractionLimits.MAX_MEMBERS
                                + "). Send them in several archives",
                        "压缩包成员超过 " + limits.members() + " 个（" + ExtractionLimits.MAX_MEMBERS + "）。请分批上传。");
            }
            try {
                checkReadable(zip, entry, name);
                unpack(zip, entry, name, depth);
            } catch (Unextractable e) {
                leaveOut(name, e);
            }
        }

        private void unpack(ZipFile zip, ZipArchiveEntry entry, String name, int depth)
                throws Unextractable, IOException {
            Path target = scratch.resolve("member-" + unpacked);
            boolean document = false;
            try {
                try (OutputStream out = Files.newOutputStream(target)) {
                    unpacking.unpack(zip, entry, out);
                }
                if (judge.isArchive(target, name)) {
                    descend(target, name, depth + 1);
                } else {
                    members.add(new Member(name, target));
                    document = true;
                }
            } finally {
                if (!document) {
                    Files.deleteIfExists(target);
                }
            }
        }

        private void descend(Path inner, String name, int depth) throws Unextractable, IOException {
            if (depth > limits.depth()) {
                throw new Unextractable(
                        Reason.HOSTILE_FILE,
                        "'" + name + "' is an archive " + depth + " levels deep in others; " + limits.depth()
                                + " are read (" + ExtractionLimits.MAX_DEPTH + "). Send it by itself",
                        "“" + name + "”是第 " + depth + " 层嵌套压缩包，最多读取 " + limits.depth() + " 层（"
                                + ExtractionLimits.MAX_DEPTH + "）。请单独上传。");
            }
            into(inner, name + "!/", depth);
        }

        /** A member that is not read is no reason against the others; more than is read altogether is. */
        private void leaveOut(String name, Unextractable why) throws Unextractable {
            switch (why.reason()) {
                case DOCUMENT_TOO_LARGE, HOSTILE_FILE -> throw why;
                case NO_TEXT_LAYER, PASSWORD_PROTECTED, NOTHING_BUT_MACROS, UNSUPPORTED_FORMAT, DAMAGED_FILE ->
                    notices.add(new Notice(why.reason().name(), inBothLanguages(why), new Place("member " + name)));
            }
        }

        private static String inBothLanguages(Unextractable why) {
            String chinese = why.chinese();
            String end = chinese.endsWith("。") ? "" : "。";
            return why.getMessage() + ". It was left out. " + chinese + end + "该文件未读取。";
        }

        private static void checkReadable(ZipFile zip, ZipArchiveEntry entry, String name) throws Unextractable {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new Unextractable(
                        Reason.PASSWORD_PROTECTED,
                        "Member '" + name + "' is protected by a password. Pack it without one and send it again",
                        "压缩包成员“" + name + "”设有密码。请取消密码后重新打包上传。");
            }
            if (entry.isUnixSymlink() || !zip.canReadEntryData(entry)) {
                String how = entry.isUnixSymlink() ? "a link to another file" : "packed by method " + entry.getMethod();
                throw new Unextractable(
                        Reason.UNSUPPORTED_FORMAT,
                        "Member '" + name + "' is " + how + ", which is not read. Pack the file itself, deflated",
                        "压缩包成员“" + name + "”的存储方式不支持。请用普通 zip 方式重新打包。");
            }
        }
    }
}
