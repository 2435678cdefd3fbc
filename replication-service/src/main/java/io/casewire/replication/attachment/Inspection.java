package io.casewire.replication.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** Whether a file is what its name claims. Its content is recognised by Apache Tika; nothing of it is opened or run. */
final class Inspection {
    private static final MediaType OLE = MediaType.application("x-tika-msoffice");
    private static final Charset WIDEST = Charset.forName("GB18030");

    private final Detector detector = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry registry = MediaTypeRegistry.getDefaultRegistry();
    private final Set<FileKind> taken;

    Inspection(Set<FileKind> taken) {
        this.taken = EnumSet.copyOf(taken);
    }

    /**
     * What kind of file it is.
     *
     * @throws org.springframework.web.ErrorResponseException (415, 422) where such files are not taken, it is something else than its name
     *     says, is damaged, has macros or holds a program
     */
    FileKind kind(String name, Path file) throws IOException {
        FileKind claimed =
                FileKind.claimedBy(name).filter(taken::contains).orElseThrow(() -> Refused.notTaken(name, taken));
        MediaType found = found(file);
        switch (claimed.shape()) {
            case OWN -> require(found.getBaseType().toString().equals(claimed.type()), name, claimed, found);
            case TEXT -> require(isText(found, file), name, claimed, found);
            case ZIP -> {
                require(registry.isInstanceOf(found, MediaType.APPLICATION_ZIP), name, claimed, found);
                archive(name, claimed, file);
            }
            case OLE -> {
                require(registry.isInstanceOf(found, OLE), name, claimed, found);
                compound(name, claimed, file);
            }
        }
        return claimed;
    }

    private MediaType found(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            // without the name, which would decide where the content does not
            return detector.detect(in, new Metadata());
        }
    }

    private static void require(boolean holds, String name, FileKind claimed, MediaType found) {
        if (!holds) {
            throw Refused.differs(name, claimed, found.getBaseType().toString());
        }
    }

    private static void archive(String name, FileKind claimed, Path file) throws IOException {
        Members members = Members.of(file).orElseThrow(() -> Refused.damaged(name));
        String mark = claimed.mark();
        if (mark != null && !members.anyBeginsWith(mark)) {
            throw Refused.differs(name, claimed, MediaType.APPLICATION_ZIP.toString());
        }
        if (members.haveMacros()) {
            throw Refused.macros(name);
        }
        Optional<String> program = members.program();
        if (program.isPresent()) {
            throw Refused.executable(name, program.get());
        }
    }

    private static void compound(String name, FileKind claimed, Path file) throws IOException {
        Streams streams = Streams.of(file);
        String mark = claimed.mark();
        if (mark != null && !streams.anyEndsWith(mark)) {
            throw Refused.differs(name, claimed, OLE.toString());
        }
        if (streams.haveMacros()) {
            throw Refused.macros(name);
        }
    }

    /** Tika knows no text in GB18030, which much Chinese software writes. */
    private static boolean isText(MediaType found, Path file) throws IOException {
        MediaType base = found.getBaseType();
        return base.equals(MediaType.TEXT_PLAIN)
                || base.equals(MediaType.text("csv"))
                || (base.equals(MediaType.OCTET_STREAM) && isReadable(file));
    }

    private static boolean isReadable(Path file) throws IOException {
        try (Reader in = new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(file)),
                WIDEST.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] buffer = new char[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (Character.isISOControl(buffer[i]) && !Character.isWhitespace(buffer[i])) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
