package io.casewire.ingest.pipeline;

import io.casewire.parsing.ParsedDocument;
import org.springframework.context.support.GenericApplicationContext;

/** Ends the process when the text has been taken out of a file, that is noted, and nothing is parsed yet. */
public final class EndBetweenSteps {
    private EndBetweenSteps() {}

    /** In the place of the parser. */
    public static void register(GenericApplicationContext application) {
        application.registerBean("textParsing", TextParsing.class, () -> EndBetweenSteps::halt);
    }

    private static ParsedDocument halt(String text, String name, String sha256) {
        Runtime.getRuntime().halt(9);
        throw new IllegalStateException(name);
    }
}
