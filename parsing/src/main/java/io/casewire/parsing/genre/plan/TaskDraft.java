package io.casewire.parsing.genre.plan;

import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.parsing.field.deadline.DeadlineReader;
import io.casewire.parsing.field.responsibility.Responsibility;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task in the making. */
final class TaskDraft {
    /** Longer first sentences are text, not titles. */
    private static final int MAX_TITLE_LENGTH = 60;

    private final Conventions conventions;
    private final List<TaskMeasure> measures = new ArrayList<>();
    private final StringBuilder target = new StringBuilder();
    private final Assigned units = new Assigned();
    private final List<Responsibility> ofParts = new ArrayList<>();
    private @Nullable Deadline labelled;
    private @Nullable Deadline printed;
    private boolean titled;
    private @Nullable String scope;

    TaskDraft(Conventions conventions) {
        this.conventions = conventions;
    }

    /** Those named for the task, else those of its measures. */
    Assigned units() {
        units.takeParts(ofParts);
        return units;
    }

    List<TaskMeasure> measures() {
        return measures;
    }

    @Nullable
    String target() {
        return target.isEmpty() ? null : target.toString();
    }

    @Nullable
    String scope() {
        return scope;
    }

    @Nullable
    Deadline deadline() {
        return labelled != null ? labelled : printed;
    }

    String readHeading(Item item) {
        Paragraph heading = item.heading();
        if (heading == null) {
            return "";
        }
        List<Duty> duties = Duty.allOf(heading, conventions);
        Duty first = duties.getFirst();
        String text = item.announcesMeasures() ? PartLabel.withoutTrailing(first.text()) : first.text();
        boolean divided = item.children().stream().anyMatch(child -> PartLabel.at(child.headingText()) != null);
        int end = divided ? text.length() : firstSentence(text);
        String title = text.substring(0, end);
        noteDeadline(DeadlineReader.in(title, conventions.timeframe()));
        titled = printed != null;
        String rest = text.substring(end).strip();
        boolean titleOnly = duties.size() == 1 && rest.isEmpty() && item.hasParts();
        duties.forEach(duty -> take(duty, titleOnly));
        if (!TaskReader.titleOf(rest).isEmpty()) {
            if (item.announcesMeasures()) {
                // what stands before 主要措施： is what they are for
                target.append(rest);
            } else {
                addMeasure(null, rest, List.of(first));
            }
        }
        duties.subList(1, duties.size()).forEach(duty -> addMeasure(null, duty.text(), List.of(duty)));
        return TaskReader.titleOf(title);
    }

    void readBody(Item item) {
        for (Paragraph paragraph : item.body()) {
            for (Duty duty : Duty.allOf(paragraph, conventions)) {
                PartLabel.Found label = PartLabel.at(duty.text());
                take(duty, duty.isNoteOnly());
                if (label != null) {
                    readLabelled(
                            label.label(), duty.text().substring(label.end()).strip(), duty);
                } else if (!duty.isNoteOnly()) {
                    addMeasure(null, duty.text(), List.of(duty));
                }
            }
        }
    }

    void readPart(Item part) {
        PartLabel.Found label = PartLabel.at(part.headingText());
        if (label == null) {
            addMeasure(part);
            return;
        }
        String rest = part.headingText().substring(label.end()).strip();
        if (label.label() == PartLabel.MEASURES) {
            if (!rest.isEmpty() && part.heading() != null) {
                boolean first = true;
                for (Duty duty : Duty.allOf(part.heading(), conventions)) {
                    int from = first ? Math.min(label.end(), duty.text().length()) : 0;
                    addMeasure(null, duty.text().substring(from), List.of(duty));
                    first = false;
                }
            }
            for (Paragraph paragraph : part.body()) {
                Duty.allOf(paragraph, conventions).forEach(duty -> addMeasure(null, duty.text(), List.of(duty)));
            }
            part.children().forEach(this::addMeasure);
        } else {
            StringBuilder text = new StringBuilder(rest);
            part.paragraphs().stream().skip(1).forEach(paragraph -> text.append(paragraph.text()));
            readLabelled(label.label(), text.toString(), null);
        }
    }

    private void readLabelled(PartLabel label, String text, @Nullable Duty duty) {
        switch (label) {
            case MEASURES -> {
                if (!text.isEmpty()) {
                    addMeasure(null, text, duty == null ? List.of() : List.of(duty));
                }
            }
            case TARGET -> target.append(text);
            case SCOPE -> scope = TaskReader.titleOf(text);
        }
    }

    private void addMeasure(Item part) {
        List<Duty> duties = part.paragraphs().stream()
                .flatMap(paragraph -> Duty.allOf(paragraph, conventions).stream())
                .toList();
        StringBuilder text = new StringBuilder();
        duties.forEach(duty -> text.append(duty.text()));
        addMeasure(part.number(), text.toString(), duties);
    }

    private void addMeasure(@Nullable Integer number, String text, List<Duty> duties) {
        if (text.isBlank()) {
            return;
        }
        List<String> lead = new ArrayList<>();
        List<String> supporting = new ArrayList<>();
        List<Deadline> deadlines = new ArrayList<>();
        for (Duty duty : duties) {
            Responsibility who = duty.responsibility();
            if (who != null) {
                ofParts.add(who);
                addNew(lead, who.leadUnits());
                addNew(supporting, who.units());
            }
            if (duty.deadline() != null) {
                deadlines.add(duty.deadline());
            }
        }
        deadlines.addAll(DeadlineReader.in(text, conventions.timeframe()));
        noteDeadline(deadlines);
        supporting.removeAll(lead);
        measures.add(new TaskMeasure(number, text, lead, supporting, deadlines));
    }

    private static void addNew(List<String> units, List<String> more) {
        more.stream().filter(unit -> !units.contains(unit)).forEach(units::add);
    }

    /** Of the times its parts state the last is the task's, whichever part states it; the title's own counts before them. */
    private void noteDeadline(List<Deadline> deadlines) {
        Deadline next = deadlines.isEmpty() ? null : deadlines.getLast();
        if (next != null && (printed == null || (!titled && isLater(next, printed)))) {
            printed = next;
        }
    }

    private static boolean isLater(Deadline one, Deadline other) {
        return one.date() != null && other.date() != null && one.date().isAfter(other.date());
    }

    private void take(Duty duty, boolean ofWholeTask) {
        units.take(duty.responsibility(), ofWholeTask);
        if (labelled == null) {
            labelled = duty.deadline();
        }
    }

    /** End of the first sentence where that is a title and more follows; else the end of the text. */
    private static int firstSentence(String text) {
        for (int i = 0; i < Math.min(text.length(), MAX_TITLE_LENGTH); i++) {
            if (Glyphs.isSentenceEnd(text.charAt(i)) && text.charAt(i) != '；') {
                return i + 1;
            }
        }
        return text.length();
    }
}
