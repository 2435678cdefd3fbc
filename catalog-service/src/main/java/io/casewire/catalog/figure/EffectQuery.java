package io.casewire.catalog.figure;

import io.casewire.query.figure.EffectCondition;
import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Finds the cases of which one effect meets the condition whole. Each case that has effects and passes the rest is looked at. */
public final class EffectQuery extends Query {
    /** What one look costs beside the next document of a list. */
    private static final float COST = 50;

    private final EffectCondition condition;

    public EffectQuery(EffectCondition condition) {
        this.condition = condition;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                BinaryDocValues values = leaf.reader().getBinaryDocValues(Effects.FIELD);
                if (values == null) {
                    return null;
                }
                TwoPhaseIterator looking = new TwoPhaseIterator(values) {
                    @Override
                    public boolean matches() throws IOException {
                        return Effects.decode(values.binaryValue()).stream().anyMatch(condition::holdsFor);
                    }

                    @Override
                    public float matchCost() {
                        return COST;
                    }
                };
                Scorer scorer = new ConstantScoreScorer(score(), mode, looking);
                return new DefaultScorerSupplier(scorer);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "effect(" + condition + ")";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && condition.equals(((EffectQuery) other).condition);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), condition);
    }
}
