package io.casewire.cli.connect;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;

/** What broker and store say. */
public final class Servers {
    private Servers() {}

    /** Whether one of them refused, so that the sentence is theirs and no fault of this program. */
    public static boolean refused(Exception problem) {
        return problem instanceof KafkaException || problem instanceof MongoException;
    }
}
