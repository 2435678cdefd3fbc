package io.casewire.catalog.figure;

import io.casewire.query.figure.Effect;
import io.casewire.query.figure.EffectCondition;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/**
 * How strong the strongest effect of a case is that meets a condition: its change in per cent without the sign; less than nothing
 * where it has none.
 */
public final class StrongestChange extends DoubleValuesSource {
    /** Of a case without any change that is told in per cent. */
    public static final double NONE = -1;

    private final EffectCondition condition;

    public StrongestChange(EffectCondition condition) {
        this.condition = condition;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
        BinaryDocValues values = leaf.reader().getBinaryDocValues(Effects.FIELD);
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                double strongest = NONE;
                for (Effect effect : Effects.decode(values.binaryValue())) {
                    if (effect.change() != null && condition.holdsFor(effect)) {
                        strongest = Math.max(strongest, Math.abs(effect.change()));
                    }
                }
                return strongest;
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                return values != null && values.advanceExact(doc);
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return true;
    }

    @Override
    public int hashCode() {
        return condition.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StrongestChange change && change.condition.equals(condition);
    }

    @Override
    public String toString() {
        return "strongest change of " + condition;
    }
}
