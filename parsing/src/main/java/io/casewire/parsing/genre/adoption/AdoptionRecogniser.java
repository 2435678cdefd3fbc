package io.casewire.parsing.genre.adoption;

import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MetricSection;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.parsing.field.metric.MetricReader;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.text.ComparableKey;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports that tell which region replicated which result. */
public final class AdoptionRecogniser implements Recogniser {
    private static final int SUREST = 66;
    private static final List<String> NEXT_EXAMPLE = List.of("例如，", "又如，", "再如，", "如，", "此外，", "同时，", "另外，");

    private static final int MAX_EXAMPLE_LENGTH = 600;
    private static final int MAX_HEAD_LENGTH = 6;
    private static final int MAX_TITLE_LENGTH = 60;
    private static final int MIN_COUNT = 3;
    private static final List<String> REPORTS = List.of("情况", "报告", "总结", "成效", "进展");

    private final Gazetteer gazetteer;

    public AdoptionRecogniser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public Genre genre() {
        return Genre.REPORT;
    }

    @Override
    public int highest() {
        return SUREST;
    }

    /** Sentences of adoption alone make no report (its tables and its chronicle do), unless that is what it is about. */
    @Override
    public Fit fit(DocumentText text) {
        List<Paragraph> paragraphs = text.paragraphs();
        boolean about = paragraphs.subList(0, Math.min(MAX_HEAD_LENGTH, paragraphs.size())).stream()
                .map(Paragraph::text)
                .anyMatch(line -> line.length() <= MAX_TITLE_LENGTH
                        && line.contains("复制推广")
                        && REPORTS.stream().anyMatch(line::contains));
        if (!about) {
            return Fit.NONE;
        }
        int found = paragraphs.stream()
                .mapToInt(paragraph -> adoptionsOf(paragraph, "").size())
                .sum();
        return found < MIN_COUNT ? Fit.NONE : new Fit(SUREST, found + " sentences on who replicated what");
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        List<AdoptionRecord> adoptions = new ArrayList<>();
        Set<EvidenceId> known = new HashSet<>();
        for (Paragraph paragraph : text.paragraphs()) {
            for (AdoptionRecord adoption : adoptionsOf(paragraph, identity.key())) {
                if (known.add(adoption.id())) {
                    adoptions.add(adoption);
                }
            }
        }
        return Findings.of(adoptions, List.of());
    }

    private List<AdoptionRecord> adoptionsOf(Paragraph paragraph, String documentKey) {
        String text = paragraph.text();
        List<AdoptionRecord> adoptions = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int sentenceEnd = endOfSentence(text, from);
            List<Replication> replications = Replication.in(text, from, sentenceEnd, gazetteer);
            int exampleEnd = replications.isEmpty() ? sentenceEnd : endOfExample(text, sentenceEnd);
            for (Replication replication : replications) {
                String figures = text.substring(replication.start(), exampleEnd);
                adoptions.add(new AdoptionRecord(
                        EvidenceId.derive(
                                documentKey,
                                "adoption",
                                ComparableKey.of(replication.region().printed()),
                                ComparableKey.of(replication.resultName())),
                        replication.region().printed(),
                        replication.region().code(),
                        replication.region().province(),
                        replication.resultName(),
                        text.substring(replication.start(), sentenceEnd),
                        MetricReader.read(figures, MetricSection.EFFECT),
                        new LineRange(
                                paragraph.lineAt(replication.start()), paragraph.lineAt(Math.max(0, exampleEnd - 1)))));
            }
            from = sentenceEnd;
        }
        return adoptions;
    }

    private static int endOfSentence(String text, int from) {
        int at = from;
        while (at < text.length() && !Glyphs.isSentenceEnd(text.charAt(at))) {
            at++;
        }
        return Math.min(text.length(), at + 1);
    }

    /** The sentences behind an adoption give its figures, up to the next example. */
    private static int endOfExample(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < MAX_EXAMPLE_LENGTH && !startsExample(text, at)) {
            at = endOfSentence(text, at);
        }
        return at;
    }

    private static boolean startsExample(String text, int at) {
        return NEXT_EXAMPLE.stream().anyMatch(word -> text.startsWith(word, at));
    }
}
