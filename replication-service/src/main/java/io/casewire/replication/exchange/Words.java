package io.casewire.replication.exchange;

import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.parsed.PromotionStrength;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the ledger's closed sets in Chinese, as the page has them; read back with the names that programs use. */
final class Words {
    private Words() {}

    static String of(Status status) {
        return switch (status) {
            case UNKNOWN -> "未知";
            case NOT_STARTED -> "未启动";
            case IN_PROGRESS -> "推进中";
            case SUBMITTED -> "已提交";
            case RETURNED -> "已退回";
            case CLOSED -> "已销号";
            case REOPENED -> "已重新打开";
        };
    }

    static String of(Outcome outcome) {
        return switch (outcome) {
            case ADOPTED -> "已采纳";
            case PARTIAL -> "部分采纳";
            case NOT_APPLICABLE -> "不适用";
            case SUPERSEDED -> "已被替代";
        };
    }

    static String of(PromotionStrength strength) {
        return switch (strength) {
            case MANDATED -> "复制推广";
            case ENCOURAGED -> "借鉴";
        };
    }

    static List<String> statuses() {
        return Arrays.stream(Status.values()).map(Words::of).toList();
    }

    static List<String> outcomes() {
        return Arrays.stream(Outcome.values()).map(Words::of).toList();
    }

    /** Those statuses in words, parted by the mark of lists. */
    static String listed(Collection<Status> statuses) {
        return statuses.stream().map(Words::of).collect(Collectors.joining("、"));
    }

    static Optional<Status> status(String word) {
        return read(word, Status.values(), Words::of);
    }

    static Optional<Outcome> outcome(String word) {
        return read(word, Outcome.values(), Words::of);
    }

    private static <E extends Enum<E>> Optional<E> read(String word, E[] all, Function<E, String> words) {
        String plain = Cells.compact(word);
        return Arrays.stream(all)
                .filter(one -> words.apply(one).equals(plain) || one.name().equalsIgnoreCase(plain))
                .findFirst();
    }
}
