package io.casewire.gazetteer;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gazetteer of this JVM. Fails each time with the same sentence, where a failing initialiser would name a missing class the second time. */
final class StandardGazetteer {
    private static final String PROPERTY = "casewire.gazetteer.folder";
    private static final String VARIABLE = "CASEWIRE_GAZETTEER_FOLDER";

    private static final @Nullable Gazetteer INSTANCE;
    private static final String WRONG;

    static {
        Gazetteer read = null;
        String wrong = "";
        try {
            read = folder().map(Gazetteer::with).orElseGet(() -> new Gazetteer(Tables.read()));
        } catch (BadGazetteer e) {
            wrong = Objects.requireNonNullElse(e.getMessage(), "");
        }
        INSTANCE = read;
        WRONG = wrong;
    }

    private StandardGazetteer() {}

    static Gazetteer get() {
        if (INSTANCE == null) {
            throw new BadGazetteer(WRONG);
        }
        return INSTANCE;
    }

    /** The operator's folder; empty where none is set. */
    private static Optional<Path> folder() {
        return Stream.of(
                        System.getProperty(PROPERTY, ""),
                        Optional.ofNullable(System.getenv(VARIABLE)).orElse(""))
                .filter(folder -> !folder.isBlank())
                .findFirst()
                .map(Path::of);
    }
}
