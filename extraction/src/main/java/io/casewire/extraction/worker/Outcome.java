package io.casewire.extraction.worker;

import io.casewire.extraction.Archive.Member;
import io.casewire.extraction.Format;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.Rendition;
import io.casewire.extraction.Unextractable.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How taking a file apart ended. */
public sealed interface Outcome {
    /**
     * It is a document.
     *
     * @param notices what could not be taken over
     */
    record Extracted(Format format, Rendition rendition, List<Notice> notices) implements Outcome {
        public Extracted {
            notices = List.copyOf(notices);
        }

        /** The notices in order, each with the lines of the rendition that it is about. */
        public List<Located> located() {
            Map<Place, Integer> first = new HashMap<>();
            Map<Place, Integer> last = new HashMap<>();
            int line = 0;
            for (Place place : rendition.places()) {
                line++;
                first.putIfAbsent(place, line);
                last.put(place, line);
            }
            return notices.stream()
                    .map(notice -> new Located(
                            notice,
                            notice.isPlaced() ? first.getOrDefault(notice.place(), 0) : 0,
                            notice.isPlaced() ? last.getOrDefault(notice.place(), 0) : 0))
                    .toList();
        }
    }

    /**
     * A notice and the lines of the rendition at its place.
     *
     * @param first counted from 1; 0 where no line is
     * @param last the same
     */
    record Located(Notice notice, int first, int last) {
        /** The message with its place behind it. */
        public String sentence() {
            return notice.isPlaced() ? notice.message() + " (" + notice.place() + ')' : notice.message();
        }
    }

    /**
     * It is an archive, whose members lie in the folder given.
     *
     * @param notices members that were left out, and why
     */
    record Unpacked(List<Member> members, List<Notice> notices) implements Outcome {
        public Unpacked {
            members = List.copyOf(members);
            notices = List.copyOf(notices);
        }
    }

    /** It is text as it is, for the parser. */
    record Plain() implements Outcome {}

    /**
     * It is not read.
     *
     * @param english a sentence for the sender
     * @param chinese the same
     */
    record Refused(Reason reason, String english, String chinese) implements Outcome {
        /** Both, parted by a full stop. */
        public String sentences() {
            return english + (english.endsWith(".") ? " " : ". ") + chinese;
        }
    }

    /** Twice it took more than a file is given. */
    record Overrun(Limit limit) implements Outcome {}

    /**
     * Twice the process did not come to an answer.
     *
     * @param what for a log: the exit status and last words, or the exception
     */
    record Died(String what) implements Outcome {}

    /** What a file is given. */
    enum Limit {
        HEAP("heap"),
        TIME("time-limit"),
        CPU("cpu-limit");

        private final String setting;

        Limit(String setting) {
            this.setting = setting;
        }

        /** The name of its setting. */
        public String setting() {
            return setting;
        }
    }
}
