package io.casewire.messaging;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Whether what failed is tried again for as long as it takes, or becomes a dead letter after few repetitions. */
final class DeadLetterDecision {
    /** So often a batch is repeated before its events are tried one by one. */
    static final int REPETITIONS_OF_A_BUG = 2;

    // of MongoDB's error codes
    private static final int OUT_OF_DISK_SPACE = 14031;

    private DeadLetterDecision() {}

    /** Whether the cause lies outside and will pass: store or broker are away or have no room, or somebody else was quicker. */
    static boolean mustWait(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PublishFailed
                    || cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof MongoSocketException
                    || cause instanceof MongoTimeoutException
                    || cause instanceof MongoNotPrimaryException
                    || cause instanceof MongoNodeIsRecoveringException
                    || (cause instanceof MongoException mongo
                            && (mongo.getCode() == OUT_OF_DISK_SPACE
                                    || mongo.hasErrorLabel("RetryableWriteError")
                                    || mongo.hasErrorLabel("TransientTransactionError")))) {
                return true;
            }
        }
        return Thread.currentThread().isInterrupted();
    }
}
