package io.casewire.notify.sealing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a start that failed what to do about it. */
class UnusableSecretsAnalyzer extends AbstractFailureAnalyzer<UnusableSecrets> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableSecrets cause) {
        return new FailureAnalysis(
                "The secrets of subscriptions cannot be used. " + cause.getMessage(),
                "Bring the file back from a backup, its newest key in the first line and older ones below, or name where it is"
                        + " with casewire.notify.secrets.key-file. Nothing was changed.",
                cause);
    }
}
