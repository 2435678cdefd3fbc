package io.casewire.parsing.genre;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.parsing.head.HeadReader;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.page.PageReader;
import java.util.List;

/** What a recogniser makes of a small text: {@code /} ends a paragraph in it, {@code ~} a line, {@code _} is a tab. */
public final class Recognised {
    private final Recogniser recogniser;
    private final DocumentText text;

    private Recognised(Recogniser recogniser, DocumentText text) {
        this.recogniser = recogniser;
        this.text = text;
    }

    public static Recognised by(Recogniser recogniser, String printed) {
        String lines = printed.replace("/", "\n\n").replace('~', '\n').replace('_', '\t');
        return new Recognised(recogniser, PageReader.read("样例.txt", lines));
    }

    public int score() {
        return recogniser.fit(text).score();
    }

    public Findings findings() {
        return recogniser.read(text, HeadReader.read(text));
    }

    public List<CaseRecord> cases() {
        return findings().records().stream().map(CaseRecord.class::cast).toList();
    }

    public List<String> titles() {
        return cases().stream().map(CaseRecord::title).toList();
    }

    /** Kind and message of each. */
    public List<String> diagnostics() {
        return findings().diagnostics().stream().map(Recognised::told).toList();
    }

    private static String told(DiagnosticRecord diagnostic) {
        return diagnostic.code() + ": " + diagnostic.message();
    }
}
