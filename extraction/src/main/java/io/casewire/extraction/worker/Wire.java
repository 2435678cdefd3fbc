package io.casewire.extraction.worker;

import io.casewire.extraction.Archive.Member;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Format;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.Rendition;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.worker.Outcome.Died;
import io.casewire.extraction.worker.Outcome.Extracted;
import io.casewire.extraction.worker.Outcome.Overrun;
import io.casewire.extraction.worker.Outcome.Plain;
import io.casewire.extraction.worker.Outcome.Refused;
import io.casewire.extraction.worker.Outcome.Unpacked;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How jobs and outcomes pass between the two processes: a mark, what kind it is, and its parts; numbers big-endian, a text as its length
 * in bytes of UTF-8 and these. What does not begin with the mark is something else's output and no answer.
 */
final class Wire {
    private static final int MARK = 0x63617365;

    /** In bytes; a rendition with markup is a few times the characters that are taken over. */
    private static final int MAX_TEXT = 1 << 30;

    private static final byte READY = 'R';
    private static final byte JOB = 'J';
    private static final byte EXTRACTED = 'E';
    private static final byte UNPACKED = 'U';
    private static final byte PLAIN = 'P';
    private static final byte REFUSED = 'N';
    private static final byte DIED = 'D';

    private Wire() {}

    /** Makes a part of a list. */
    @FunctionalInterface
    private interface Part<T> {
        T read() throws IOException;
    }

    static void writeReady(DataOutputStream out) throws IOException {
        begin(out, READY);
        out.flush();
    }

    static void readReady(DataInputStream in) throws IOException {
        expect(READY, kind(in));
    }

    static void write(Job job, ExtractionLimits limits, DataOutputStream out) throws IOException {
        begin(out, JOB);
        text(out, job.name());
        text(out, job.file().toString());
        text(out, job.scratch().toString());
        out.writeLong(limits.unpackedBytes());
        out.writeInt(limits.ratio());
        out.writeInt(limits.members());
        out.writeInt(limits.depth());
        out.writeInt(limits.blocks());
        out.writeLong(limits.characters());
        out.flush();
    }

    /** A job with its limits. */
    record Order(Job job, ExtractionLimits limits) {}

    /** @throws EOFException when there is none any more */
    static Order readOrder(DataInputStream in) throws IOException {
        expect(JOB, kind(in));
        Job job = new Job(text(in), Path.of(text(in)), Path.of(text(in)));
        return new Order(
                job,
                new ExtractionLimits(
                        in.readLong(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readLong()));
    }

    static void write(Outcome outcome, DataOutputStream out) throws IOException {
        switch (outcome) {
            case Extracted extracted -> {
                begin(out, EXTRACTED);
                text(out, extracted.format().name());
                text(out, extracted.rendition().html());
                places(out, extracted.rendition().places());
                notices(out, extracted.notices());
            }
            case Unpacked unpacked -> {
                begin(out, UNPACKED);
                out.writeInt(unpacked.members().size());
                for (Member member : unpacked.members()) {
                    text(out, member.name());
                    text(out, member.file().toString());
                }
                notices(out, unpacked.notices());
            }
            case Plain _ -> begin(out, PLAIN);
            case Refused(Reason reason, String english, String chinese) -> {
                begin(out, REFUSED);
                text(out, reason.name());
                text(out, english);
                text(out, chinese);
            }
            case Died(String what) -> {
                begin(out, DIED);
                text(out, what);
            }
            case Overrun overrun -> throw new IllegalArgumentException("A process does not judge itself: " + overrun);
        }
        out.flush();
    }

    /** @throws EOFException when the process ended instead */
    static Outcome readOutcome(DataInputStream in) throws IOException {
        byte kind = kind(in);
        try {
            return switch (kind) {
                case EXTRACTED ->
                    new Extracted(Format.valueOf(text(in)), new Rendition(text(in), places(in)), notices(in));
                case UNPACKED -> new Unpacked(list(in, () -> new Member(text(in), Path.of(text(in)))), notices(in));
                case PLAIN -> new Plain();
                case REFUSED -> new Refused(Reason.valueOf(text(in)), text(in), text(in));
                case DIED -> new Died(text(in));
                default -> throw new StreamCorruptedException("no kind of answer: " + kind);
            };
        } catch (IllegalArgumentException e) {
            throw new StreamCorruptedException("no answer: " + e.getMessage());
        }
    }

    private static void begin(DataOutputStream out, byte kind) throws IOException {
        out.writeInt(MARK);
        out.writeByte(kind);
    }

    private static byte kind(DataInputStream in) throws IOException {
        int mark = in.readInt();
        if (mark != MARK) {
            throw new StreamCorruptedException("not the mark: %08x".formatted(mark));
        }
        return in.readByte();
    }

    private static void expect(byte expected, byte kind) throws StreamCorruptedException {
        if (kind != expected) {
            throw new StreamCorruptedException("not what comes now: " + kind);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = count(in, MAX_TEXT);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a text ends early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int count(DataInputStream in, int max) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > max) {
            throw new StreamCorruptedException("no count: " + count);
        }
        return count;
    }

    /** Runs of the same place, as a page has many lines. */
    private static void places(DataOutputStream out, List<Place> places) throws IOException {
        out.writeInt(places.size());
        int end;
        for (int start = 0; start < places.size(); start = end) {
            end = start + 1;
            while (end < places.size() && places.get(end).equals(places.get(start))) {
                end++;
            }
            out.writeInt(end - start);
            text(out, places.get(start).text());
        }
    }

    private static List<Place> places(DataInputStream in) throws IOException {
        int size = count(in, MAX_TEXT);
        List<Place> places = new ArrayList<>();
        while (places.size() < size) {
            int run = count(in, size - places.size());
            if (run == 0) {
                throw new StreamCorruptedException("an empty run of places");
            }
            Place place = new Place(text(in));
            for (int i = 0; i < run; i++) {
                places.add(place);
            }
        }
        return places;
    }

    private static void notices(DataOutputStream out, List<Notice> notices) throws IOException {
        out.writeInt(notices.size());
        for (Notice notice : notices) {
            text(out, notice.code());
            text(out, notice.message());
            text(out, notice.place().text());
        }
    }

    private static List<Notice> notices(DataInputStream in) throws IOException {
        return list(in, () -> new Notice(text(in), text(in), new Place(text(in))));
    }

    private static <T> List<T> list(DataInputStream in, Part<T> part) throws IOException {
        int size = count(in, MAX_TEXT);
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            parts.add(part.read());
        }
        return parts;
    }
}
