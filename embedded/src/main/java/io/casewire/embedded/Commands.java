package io.casewire.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells the protocol's reading commands from all others. */
final class Commands {
    private static final Set<String> READING = Set.of(
            "find",
            "count",
            "distinct",
            "getmore",
            "killcursors",
            "ping",
            "hello",
            "ismaster",
            "buildinfo",
            "serverstatus",
            "whatsmyuri",
            "listcollections",
            "listdatabases",
            "listindexes",
            "dbstats",
            "collstats",
            "getparameter",
            "connectionstatus",
            "endsessions");

    private static final Set<String> REMOVING = Set.of("delete", "drop", "dropdatabase", "dropindexes");

    private Commands() {}

    /** True for commands this list does not know: a needless commit costs little, a missing one loses data. */
    static boolean mayWrite(String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        return name.equals("aggregate") ? endsInStored(query) : !READING.contains(name);
    }

    /** True for commands after which there is less than before. */
    static boolean removes(String command) {
        return REMOVING.contains(command.toLowerCase(Locale.ROOT));
    }

    private static boolean endsInStored(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }
}
