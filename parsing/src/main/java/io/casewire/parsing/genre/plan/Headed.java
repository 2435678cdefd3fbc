package io.casewire.parsing.genre.plan;

import io.casewire.parsing.layout.Table;
import java.util.function.Predicate;

/** Finds the header of tables whose column names only plans use. */
final class Headed {
    private Headed() {}

    /** The table itself, or, where it has no header and its first row holds names of columns, the table below that row. */
    static Table of(Table table, Predicate<String> namesColumn) {
        if (!table.header().isEmpty() || table.rows().isEmpty()) {
            return table;
        }
        Table.Row first = table.rows().getFirst();
        long named = first.cells().stream().filter(namesColumn).count();
        return named < 2
                ? table
                : new Table(
                        table.caption(),
                        first.cells(),
                        table.rows().subList(1, table.rows().size()),
                        table.lines());
    }
}
