package io.casewire.replication.obligation;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.text.ComparableKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day on which an instrument was issued, as a document says it: an entry of a chronicle (国务院印发《关于…的通知》（国函〔2023〕56号）), or
 * the instrument itself.
 *
 * @param foundIn id of the evidence or document
 * @param revision of the evidence; 1 for a document
 * @param keys what the instrument is known by, as {@link #keys(PolicyDocument)} gives them; empty where it announces none
 * @param day null where it announces none, or was withdrawn
 */
public record Announcement(
        String foundIn,
        long revision,
        Set<String> keys,
        @Nullable LocalDate day) {
    private static final String OPENING = "《";
    private static final String CLOSING = "》";
    private static final List<String> VERBS = List.of("印发", "印发了", "发布", "发布了", "出台", "出台了", "公布", "下发");
    private static final String ABOUT = "关于";
    /** Shorter ones (关于修改的决定) are several. */
    private static final int MIN_TITLE = 10;

    private static final Pattern NUMBER = Pattern.compile("\\p{IsHan}{1,12}[〔\\[［（(](?:19|20)\\d{2}[〕\\]］）)]\\d{1,5}号");

    public Announcement {
        keys = Set.copyOf(keys);
    }

    /** What a chronicle's entry announces: the first title after a word of issuing, and the number that follows it. */
    public static Announcement of(MilestoneRecord milestone, long revision) {
        Optional<LocalDate> day = day(milestone.date());
        String text = milestone.text();
        int opening = text.indexOf(OPENING);
        int closing = opening < 0 ? -1 : text.indexOf(CLOSING, opening);
        String before = opening < 0 ? "" : text.substring(0, opening);
        Optional<String> verb = VERBS.stream().filter(before::endsWith).findFirst();
        if (day.isEmpty() || closing < 0 || verb.isEmpty() || milestone.dateEnd() != null) {
            return withdrawn(milestone.id().value(), revision);
        }
        String issuer = before.substring(0, before.length() - verb.get().length());
        String title = text.substring(opening + OPENING.length(), closing);
        Set<String> keys = new LinkedHashSet<>();
        title(issuer + title).ifPresent(keys::add);
        title(title).ifPresent(keys::add);
        Matcher number = NUMBER.matcher(text);
        // what comes later is cited, not announced
        if (number.find(closing) && number.start() <= closing + 2) {
            keys.add(number(number.group()));
        }
        return new Announcement(milestone.id().value(), revision, keys, day.get());
    }

    /** What a document says of itself. */
    static Announcement of(DocumentReference document) {
        return new Announcement(
                document.id().value(),
                1,
                keys(new PolicyDocument(document.title(), document.number(), null)),
                day(document.issuedOn()).orElse(null));
    }

    /** What was said no longer holds, or says nothing of an instrument. */
    public static Announcement withdrawn(String foundIn, long revision) {
        return new Announcement(foundIn, revision, Set.of(), null);
    }

    /** What an instrument is known by: its number and its title with its issuer. */
    static Set<String> keys(@Nullable PolicyDocument instrument) {
        Set<String> keys = new LinkedHashSet<>();
        if (instrument != null && instrument.number() != null) {
            keys.add(number(instrument.number()));
        }
        if (instrument != null && instrument.title() != null) {
            title(instrument.title()).ifPresent(keys::add);
        }
        return keys;
    }

    private static String number(String number) {
        return "number " + ComparableKey.of(number);
    }

    /** Of a title that says who issues what; 办法 alone has its name from many. */
    private static Optional<String> title(String title) {
        return title.indexOf(ABOUT) > 0 && title.length() >= MIN_TITLE
                ? Optional.of("title " + ComparableKey.of(title))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
