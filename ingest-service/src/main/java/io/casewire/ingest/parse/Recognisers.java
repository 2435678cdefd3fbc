package io.casewire.ingest.parse;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.ingest.achievement.AchievementTables;
import io.casewire.ingest.adoption.AdoptionRecogniser;
import io.casewire.ingest.bestpractice.BestPractices;
import io.casewire.ingest.casestudy.CaseStudies;
import io.casewire.ingest.chronicle.ChronicleRecogniser;
import io.casewire.ingest.measure.Measures;
import io.casewire.ingest.plan.PlanRecogniser;
import io.casewire.ingest.promotion.LabelledItems;
import io.casewire.ingest.promotion.NamedLists;
import io.casewire.ingest.promotion.PromotionLists;
import io.casewire.ingest.promotion.QuotedLists;
import io.casewire.ingest.recogniser.Recogniser;
import io.casewire.ingest.report.InnovationTables;
import java.util.List;

/** All recognisers, one line each. */
final class Recognisers {
    static final List<Recogniser> ALL = List.of(
            new AchievementTables(),
            new InnovationTables(),
            new PromotionLists(),
            new QuotedLists(),
            new LabelledItems(),
            new NamedLists(),
            new BestPractices(),
            new CaseStudies(),
            new Measures(),
            new PlanRecogniser(),
            new ChronicleRecogniser(),
            new AdoptionRecogniser(Gazetteer.standard()));

    private Recognisers() {}
}
