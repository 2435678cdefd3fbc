package io.casewire.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

class DeadLetterDecisionTests {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("no room on the store's disk", refusedByStore(14031), true),
                Arguments.of("the store is away", new MongoTimeoutException("away"), true),
                Arguments.of("the broker takes nothing", new PublishFailed("full", new RuntimeException()), true),
                Arguments.of("a command the store does not know", refusedByStore(59), false),
                Arguments.of("a bug", new IllegalStateException("bug"), false));
    }

    /** What it does not wait for ends as a dead letter. */
    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("failures")
    void waitsForWhatWillPassByItself(String what, RuntimeException failure, boolean waits) {
        assertThat(DeadLetterDecision.mustWait(failure)).as(what).isEqualTo(waits);
    }

    private static RuntimeException refusedByStore(int code) {
        BsonDocument answer = new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString("refused"));
        return new UncategorizedMongoDbException(
                "refused", new MongoCommandException(answer, new ServerAddress("127.0.0.1")));
    }
}
