package io.casewire.messaging.deadletter;

import io.casewire.identity.Caller;
import io.casewire.messaging.TopicPosition;
import io.casewire.messaging.deadletter.LetterBox.Kept;
import io.casewire.messaging.deadletter.LetterBox.Part;
import io.casewire.messaging.deadletter.Replayer.ReplayedAll;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that a listener of this service could not handle, for operators. */
@RestController
@RequestMapping("/api/${casewire.service}/v1/dead-letters")
final class DeadLetterController {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterController.class);
    private static final int MAX_PAGE = 200;
    private static final int MAX_VALUE = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LetterBox box;
    private final Replays replays;
    private final Replayer replayer;

    DeadLetterController(LetterBox box, Replays replays, Replayer replayer) {
        this.box = box;
        this.replays = replays;
        this.replayer = replayer;
    }

    /**
     * What listeners of this service put aside in the last 90 days, in the order of topic, partition and offset; with `topic` those of one. A
     * page may hold fewer than `size` although there are more: `next` says so.
     */
    @GetMapping
    @Described(problems = 503)
    Page<DeadLetter> list(
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.size(size, MAX_PAGE);
        TopicPosition from = Places.read(cursor);
        if (topic != null && !box.topics().contains(topic)) {
            throw Unknown.parameterValue("topic", topic, box.topics());
        }
        Part part = asked(() -> box.read(topic, from, most, PATIENCE));
        List<DeadLetter> letters = part.items().stream().map(Kept::letter).toList();
        Map<String, List<Replay>> known = replays.of(letters);
        TopicPosition next = part.next();
        return new Page<>(
                letters.stream()
                        .map(letter -> letter.with(last(known.get(letter.place().toString()))))
                        .toList(),
                next == null ? null : Places.cursor(next));
    }

    /** One of them, with its headers, its value (at most 1 MB of it) and who had it handled again. */
    @GetMapping("/{topic}/{partition}/{offset}")
    @Described(problems = 503)
    WholeLetter one(@PathVariable String topic, @PathVariable int partition, @PathVariable long offset) {
        Kept kept = at(topic, partition, offset);
        List<Replay> again = replays.of(List.of(kept.letter()))
                .getOrDefault(kept.letter().place().toString(), List.of());
        return new WholeLetter(
                kept.letter().with(last(again)),
                Headers.of(kept.record().headers()).shown(),
                Content.of(kept.record().value(), MAX_VALUE),
                again);
    }

    /**
     * Hands it to its listener again, which goes on listening; what it knows already it ignores. How that went is the answer, also where it
     * could not be handled.
     */
    @PostMapping("/{topic}/{partition}/{offset}/replay")
    @Described(problems = {409, 503})
    Replay replay(@PathVariable String topic, @PathVariable int partition, @PathVariable long offset, Caller caller) {
        Kept kept = at(topic, partition, offset);
        if (!kept.letter().replayable()) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "dead-letter-without-value",
                    "It has no value. Have its listener read again from "
                            + kept.letter().from()
                            + " on: stop the service, `casewire dead-letters replay "
                            + kept.letter().place() + "`, start it.");
        }
        return replayer.one(kept, caller.subject());
    }

    /**
     * The same with all of a topic of dead letters that were not handled since. It ends after a moment and says in `next` what to send as
     * `cursor` for the following ones.
     */
    @PostMapping("/replay")
    @Described(problems = 503)
    ReplayedAll replayAll(@RequestBody Asked asked, Caller caller) {
        TopicPosition from = Places.read(asked.cursor());
        String topic = asked.topic();
        if (topic == null || !box.topics().contains(topic)) {
            throw Unknown.value("topic of dead letters", topic == null ? "" : topic, box.topics());
        }
        return asked(() -> replayer.all(topic, from, caller.subject()));
    }

    /**
     * Which ones.
     *
     * @param topic of dead letters, for example {@code casewire.task-dlt}
     * @param cursor from the answer before; absent for the first ones
     */
    record Asked(@Nullable String topic, @Nullable String cursor) {}

    /**
     * A dead letter with what it holds.
     *
     * @param headers the first hundred
     * @param replays who had it handled again, the latest first
     */
    record WholeLetter(DeadLetter letter, List<Headers.Shown> headers, Content value, List<Replay> replays) {
        WholeLetter {
            headers = List.copyOf(headers);
            replays = List.copyOf(replays);
        }
    }

    private Kept at(String topic, int partition, long offset) {
        TopicPosition place = new TopicPosition(topic, partition, offset);
        return asked(() -> box.at(place)).orElseThrow(() -> Problems.notFound("dead letter", place.toString()));
    }

    private static @Nullable Replay last(@Nullable List<Replay> replays) {
        return replays == null || replays.isEmpty() ? null : replays.getFirst();
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException e) {
            LOG.warn("Dead letters cannot be read", e);
            throw Problems.refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "dead-letters-unreadable",
                    "The dead letters cannot be read from Kafka: " + e.getMessage());
        }
    }
}
