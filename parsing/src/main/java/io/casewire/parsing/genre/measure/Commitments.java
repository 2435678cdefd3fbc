package io.casewire.parsing.genre.measure;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.parsing.casefile.CaseDraft;
import io.casewire.parsing.casefile.CaseIds;
import io.casewire.parsing.casefile.Items;
import io.casewire.parsing.casefile.Notice;
import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.casefile.Passage;
import io.casewire.parsing.casefile.Scopes;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.ComparableKey;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads agreements that open a trade: numbered commitments below a line that says so (具体承诺), guide notes between them. */
public final class Commitments implements Recogniser {
    private static final int SUREST = 78;
    private static final int MIN_COUNT = 2;
    private static final int MAX_SECTOR_LENGTH = 40;
    private static final int MAX_HEADING_LENGTH = 12;
    private static final Set<String> HEADINGS = Set.of("具体承诺", "开放承诺", "具体开放措施", "承诺内容");
    private static final List<String> ENDINGS = List.of("部门或分部门", "备注", "附注", "注释", "有关条文");

    @Override
    public Genre genre() {
        return Genre.MEASURES;
    }

    @Override
    public int highest() {
        return SUREST;
    }

    @Override
    public Fit fit(DocumentText text) {
        int items = all(text.paragraphs()).size();
        return items < MIN_COUNT ? Fit.NONE : new Fit(SUREST, items + " numbered commitments");
    }

    /** Whether these are its items: no other reader of measures takes them then. */
    static boolean reads(DocumentText text) {
        return all(text.paragraphs()).size() >= MIN_COUNT;
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        if (!reads(text)) {
            return Findings.NONE;
        }
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Notice notice = Notice.of(text, identity);
        for (Commitment commitment : all(text.paragraphs())) {
            String body =
                    Items.text(commitment.whole()).substring(commitment.marker().end());
            CaseDraft draft = new CaseDraft(titleOf(body), commitment.lines())
                    .number(commitment.marker().number())
                    .category(commitment.sector())
                    .practice(new Passage(null, body, List.of()))
                    .promotion(promotion(body, notice))
                    .path(commitment.sector() == null ? List.of() : List.of(commitment.sector()));
            ids.finish(draft, null).ifPresent(records::add);
        }
        return Findings.of(records, diagnostics);
    }

    /** The first sentence, or what stands before the parts of it. */
    private static String titleOf(String body) {
        int end = 0;
        while (end < body.length() && "。：\n".indexOf(body.charAt(end)) < 0) {
            end++;
        }
        return body.substring(0, end);
    }

    /** A commitment that holds in a zone names it. */
    private static @Nullable Promotion promotion(String body, Notice notice) {
        Origin place = Origin.of(body);
        return place.zones().isEmpty()
                ? null
                : Scopes.read(String.join("、", place.zones()), null, notice.since(), notice.instrument());
    }

    private static List<Commitment> all(List<Paragraph> paragraphs) {
        List<Commitment> all = new ArrayList<>();
        String sector = null;
        String above = null;
        boolean open = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i).text();
            if (text.length() <= MAX_HEADING_LENGTH && HEADINGS.contains(ComparableKey.of(text))) {
                open = true;
                sector = above;
                continue;
            }
            Marker marker = Marker.read(text);
            if (open && marker != null && marker.style() == Style.ARABIC && Glyphs.endsSentence(text)) {
                int end = endOf(paragraphs, i);
                all.add(new Commitment(marker, sector, paragraphs.subList(i, end)));
                i = end - 1;
            } else if (ENDINGS.stream().anyMatch(text::startsWith)) {
                open = false;
            } else if (text.length() <= MAX_SECTOR_LENGTH && !text.startsWith("（")) {
                above = withoutLetter(marker == null ? text : text.substring(marker.end()));
            }
        }
        return all;
    }

    /** A commitment goes on with the parts numbered (1), ① or with letters below it. */
    private static int endOf(List<Paragraph> paragraphs, int at) {
        int end = at + 1;
        while (end < paragraphs.size()) {
            Marker marker = Marker.read(paragraphs.get(end).text());
            if (marker == null || marker.style().rank() <= Style.ARABIC.rank()) {
                break;
            }
            end++;
        }
        return end;
    }

    /** F. 其他商务服务 */
    private static String withoutLetter(String heading) {
        boolean letter = heading.length() > 2 && heading.charAt(0) < '\u007f' && Character.isLetter(heading.charAt(0));
        return letter && ".、．".indexOf(heading.charAt(1)) >= 0
                ? heading.substring(2).strip()
                : heading;
    }

    /**
     * A commitment.
     *
     * @param sector the heading above; null where there is none
     */
    private record Commitment(Marker marker, @Nullable String sector, List<Paragraph> whole) {
        LineRange lines() {
            return new LineRange(
                    whole.getFirst().lines().first(), whole.getLast().lines().last());
        }
    }
}
