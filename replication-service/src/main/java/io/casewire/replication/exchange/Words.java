package io.casewire.replication.exchange;

import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the ledger's closed sets in Chinese, listed, and read back with the names that programs use. */
final class Words {
    private Words() {}

    static List<String> statuses() {
        return Arrays.stream(Status.values()).map(Status::chineseName).toList();
    }

    static List<String> outcomes() {
        return Arrays.stream(Outcome.values()).map(Outcome::chineseName).toList();
    }

    /** Those statuses in words, parted by the mark of lists. */
    static String listed(Collection<Status> statuses) {
        return statuses.stream().map(Status::chineseName).collect(Collectors.joining("、"));
    }

    static Optional<Status> status(String word) {
        return read(word, Status.values(), Status::chineseName);
    }

    static Optional<Outcome> outcome(String word) {
        return read(word, Outcome.values(), Outcome::chineseName);
    }

    private static <E extends Enum<E>> Optional<E> read(String word, E[] all, Function<E, String> words) {
        String plain = Cells.compact(word);
        return Arrays.stream(all)
                .filter(one -> words.apply(one).equals(plain) || one.name().equalsIgnoreCase(plain))
                .findFirst();
    }
}
