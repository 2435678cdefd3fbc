package io.casewire.parsing.field.domain;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.parsing.field.domain.Domains.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The domains of the cases of one document. A case without a printed domain has that of the same title elsewhere in the
 * document; else it is told by its words and, to a lesser part, by those of its neighbours: lists are ordered by subject
 * even where they do not print it.
 */
public final class ListedDomains {
    /** How many neighbours on either side have a say, the nearer the more. */
    private static final int WINDOW = 4;

    private static final double NEIGHBOUR = 0.4;
    /** In a list that is plainly not ordered by subject. */
    private static final double STRANGER = 0.1;
    /** Of another list: the next table often goes on with the subject. */
    private static final double NEXT_LIST = 0.2;

    private static final double MOSTLY_ONE = 0.5;
    private static final double ORDERED = 0.25;
    /** What every domain has before anything is known. */
    private static final double PRIOR = 1;

    private static final double MOST_SURE = 0.95;
    private static final double TWIN_NEARLY = 0.9;
    private static final int DOMAINS = DomainWords.DOMAINS.size();

    private final List<Case> cases;
    private final List<double[]> shares = new ArrayList<>();
    /** Whether the words of the case say anything of a domain. */
    private final List<Boolean> told = new ArrayList<>();

    private final Map<List<String>, Boolean> ordered = new HashMap<>();

    private ListedDomains(List<Case> cases) {
        this.cases = cases;
        for (Case one : cases) {
            double[] weights = one.printed() == null ? DomainWords.weigh(one.title(), one.text()) : new double[0];
            double sum = Arrays.stream(weights).sum();
            told.add(sum > 0);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.log((weights[i] + PRIOR) / (sum + PRIOR * DOMAINS));
            }
            shares.add(weights);
        }
    }

    /**
     * A case of a document.
     *
     * @param list what the cases beside it have in common with it: headings, category
     * @param printed the domain its printed category stands for; null where none is printed
     */
    public record Case(
            String title,
            String text,
            List<String> list,
            @Nullable Domain printed) {}

    /** One verdict for each case, in their order. */
    public static List<Verdict> of(List<Case> cases) {
        Twins twins = Twins.of(cases);
        ListedDomains listed = new ListedDomains(cases);
        List<Verdict> verdicts = new ArrayList<>(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            if (one.printed() != null) {
                verdicts.add(new Verdict(List.of(one.printed()), DomainSource.PRINTED, 1));
                continue;
            }
            Twins.Found twin = twins.of(one.title());
            verdicts.add(twin == null ? listed.inferred(i) : verdict(twin));
        }
        return verdicts;
    }

    private static Verdict verdict(Twins.Found twin) {
        return twin.same()
                ? new Verdict(List.of(twin.domain()), DomainSource.PRINTED, 1)
                : new Verdict(List.of(twin.domain()), DomainSource.INFERRED, TWIN_NEARLY);
    }

    private Verdict inferred(int index) {
        double[] sums = shares.get(index).clone();
        boolean any = told.get(index);
        List<String> list = cases.get(index).list();
        double most = ordered.computeIfAbsent(list, this::isOrdered) ? NEIGHBOUR : STRANGER;
        for (int i = Math.max(0, index - WINDOW); i <= Math.min(cases.size() - 1, index + WINDOW); i++) {
            if (i != index && told.get(i)) {
                boolean beside = cases.get(i).list().equals(list);
                double weight = (beside ? most : NEXT_LIST) / Math.abs(i - index);
                for (int domain = 0; domain < DOMAINS; domain++) {
                    sums[domain] += weight * shares.get(i)[domain];
                }
                any = true;
            }
        }
        return any ? best(sums) : Domains.UNTOLD;
    }

    /**
     * Whether neighbours speak of one domain more often than they would by chance, or nearly all of the list does. Cases are
     * judged by their own words alone here.
     */
    private boolean isOrdered(List<String> list) {
        int[] counts = new int[DOMAINS];
        int cases = 0;
        int pairs = 0;
        int alike = 0;
        int before = -1;
        for (int i = 0; i < this.cases.size(); i++) {
            if (!told.get(i) || !this.cases.get(i).list().equals(list)) {
                continue;
            }
            int own = bestOf(shares.get(i));
            counts[own]++;
            cases++;
            pairs += before >= 0 ? 1 : 0;
            alike += before == own ? 1 : 0;
            before = own;
        }
        double chance = 0;
        for (int count : counts) {
            chance += cases == 0 ? 0 : (double) count / cases * count / cases;
        }
        return chance >= MOSTLY_ONE || alike >= pairs * (chance + ORDERED * (1 - chance));
    }

    private static int bestOf(double[] sums) {
        int best = 0;
        for (int domain = 0; domain < DOMAINS; domain++) {
            best = sums[domain] > sums[best] ? domain : best;
        }
        return best;
    }

    private static Verdict best(double[] sums) {
        int best = bestOf(sums);
        double all = 0;
        for (int domain = 0; domain < DOMAINS; domain++) {
            all += Math.exp(sums[domain] - sums[best]);
        }
        double confidence = Math.round(Math.min(MOST_SURE, 1 / all) * 100) / 100.0;
        return new Verdict(List.of(DomainWords.DOMAINS.get(best)), DomainSource.INFERRED, confidence);
    }
}
