package io.casewire.ingest.document;

import io.casewire.parsing.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Takes files in as the receiver of uploads does. */
@Component
class UploadDoor implements Door {
    private final UploadReceiver receiver;

    UploadDoor(UploadReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public Answer take(InputStream in, String name, Coming coming) throws IOException {
        UploadReceiver.Sender from = new UploadReceiver.Sender(
                DocumentName.of(name),
                coming.sender(),
                CorrelationId.of(null),
                coming.backfill(),
                false,
                coming.origin());
        try {
            return receiver.spooling(
                    in,
                    file -> coming.unchanged().holds() ? taken(receiver.accept(file, from)) : new Answer.Unsettled());
        } catch (UploadRefused e) {
            Answer answer = answer(e);
            return answer instanceof Answer.Refused && !coming.unchanged().holds() ? new Answer.Unsettled() : answer;
        }
    }

    private static Answer taken(UploadReceiver.Receipt receipt) {
        return new Answer.Taken(receipt.upload(), receipt.isNew());
    }

    private static Answer answer(UploadRefused refused) {
        @Nullable String pause = refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (pause != null) {
            return new Answer.Busy(Duration.ofSeconds(Long.parseLong(pause)), sentence(refused.getBody()));
        }
        if (refused.getStatusCode().isSameCodeAs(HttpStatus.REQUEST_TIMEOUT)) {
            return new Answer.Unsettled();
        }
        return new Answer.Refused(new Refusal(code(refused.getBody()), sentence(refused.getBody())));
    }

    private static String sentence(ProblemDetail problem) {
        return Objects.requireNonNullElse(problem.getDetail(), "It is refused.");
    }

    /** {@code urn:casewire:problem:document-empty} as {@code DOCUMENT_EMPTY}. */
    private static String code(ProblemDetail problem) {
        URI type = Objects.requireNonNull(problem.getType());
        String urn = type.toString();
        return urn.substring(urn.lastIndexOf(':') + 1).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
