package io.casewire.parsing.genre;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.parsing.genre.achievement.AchievementTables;
import io.casewire.parsing.genre.adoption.AdoptionRecogniser;
import io.casewire.parsing.genre.bestpractice.BestPractices;
import io.casewire.parsing.genre.casestudy.CaseStudies;
import io.casewire.parsing.genre.chronicle.ChronicleRecogniser;
import io.casewire.parsing.genre.measure.Commitments;
import io.casewire.parsing.genre.measure.Measures;
import io.casewire.parsing.genre.plan.PlanRecogniser;
import io.casewire.parsing.genre.promotion.LabelledItems;
import io.casewire.parsing.genre.promotion.NamedLists;
import io.casewire.parsing.genre.promotion.PromotionLists;
import io.casewire.parsing.genre.promotion.QuotedLists;
import io.casewire.parsing.genre.promotion.ToldLists;
import io.casewire.parsing.genre.report.InnovationTables;
import java.util.List;

/** All genres by their recognisers, one line each: a new genre is named here. */
public final class Genres {
    /** In the order of their rank. */
    public static final List<Recogniser> ALL = List.of(
            new AchievementTables(),
            new InnovationTables(),
            new PromotionLists(),
            new QuotedLists(),
            new LabelledItems(),
            new NamedLists(),
            new ToldLists(),
            new BestPractices(),
            new CaseStudies(),
            new Measures(),
            new Commitments(),
            new PlanRecogniser(),
            new ChronicleRecogniser(),
            new AdoptionRecogniser(Gazetteer.standard()));

    private Genres() {}
}
