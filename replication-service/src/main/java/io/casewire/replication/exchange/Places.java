package io.casewire.replication.exchange;

import io.casewire.serving.problem.Problems;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** How many files are written or read at the same time. */
final class Places {
    private static final String RETRY_SECONDS = "15";

    private final Semaphore free;

    Places(int number) {
        this.free = new Semaphore(number);
    }

    /** @throws ErrorResponseException (503) where none is free */
    void take() {
        if (!free.tryAcquire()) {
            ErrorResponseException refused = Problems.refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-many-files",
                    "正在导出或导入的文件已达上限，请稍后再试。 As many files are being written or read as are allowed; try again later.");
            refused.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            throw refused;
        }
    }

    void give() {
        free.release();
    }
}
