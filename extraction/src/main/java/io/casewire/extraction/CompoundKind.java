package io.casewire.extraction;

import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.apache.poi.EmptyFileException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.RecordFormatException;

/** What an OLE2 file holds, by the streams in it. */
final class CompoundKind {
    private static final String WORD = "WordDocument";

    /** Flags of the head of a Word document ([MS-DOC], 2.5.2 FibBase): encrypted or obfuscated. */
    private static final int FLAGS = 11;

    private static final int ENCRYPTED = 0x01;

    private CompoundKind() {}

    static FileKind of(Path file, String name) throws Unextractable, IOException {
        try (POIFSFileSystem opened = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = opened.getRoot();
            Set<String> streams = root.getEntryNames();
            if (streams.contains("EncryptedPackage") || streams.contains("\tDRMContent")) {
                throw locked(name);
            }
            if (streams.contains(WORD)) {
                if (isEncrypted(root)) {
                    throw locked(name);
                }
                return new FileKind.Document(Format.DOC, streams.contains("Macros"));
            }
            throw foreign(streams).refusal(name);
        } catch (IOException | EmptyFileException | RecordFormatException | IndexOutOfBoundsException e) {
            Unextractable damaged = new Unextractable(
                    Reason.DAMAGED_FILE,
                    "'" + name + "' begins as an Office 97–2003 file and cannot be opened as one. Send it again",
                    "“" + name + "”以 Office 97–2003 格式开头，但无法打开，文件可能不完整。请重新上传。");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private static ForeignFormat foreign(Set<String> streams) {
        if (streams.contains("Workbook") || streams.contains("Book")) {
            return ForeignFormat.XLS;
        }
        if (streams.contains("PowerPoint Document")) {
            return ForeignFormat.PPT;
        }
        if (streams.contains("VisioDocument")) {
            return ForeignFormat.VISIO;
        }
        return streams.contains("__properties_version1.0") ? ForeignFormat.OUTLOOK : ForeignFormat.OLE2;
    }

    private static boolean isEncrypted(DirectoryNode root) throws IOException {
        try (InputStream in = root.createDocumentInputStream(WORD)) {
            byte[] head = in.readNBytes(FLAGS + 1);
            return head.length > FLAGS && (head[FLAGS] & ENCRYPTED) != 0;
        }
    }

    private static Unextractable locked(String name) {
        return new Unextractable(
                Reason.PASSWORD_PROTECTED,
                "'" + name + "' is protected by a password. Save it without one and send it again",
                "“" + name + "”设有打开密码。请取消密码保护后重新上传。");
    }
}
