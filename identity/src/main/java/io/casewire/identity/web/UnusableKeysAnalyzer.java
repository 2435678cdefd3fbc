package io.casewire.identity.web;

import io.casewire.identity.local.UnusableKeys;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start-up without usable keys in one sentence instead of a stack trace. */
class UnusableKeysAnalyzer extends AbstractFailureAnalyzer<UnusableKeys> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableKeys cause) {
        return new FailureAnalysis(
                "The keys that tokens are checked with cannot be used. " + cause.getMessage(),
                "Fix what the sentence names, or set casewire.identity.directory to another place.",
                cause);
    }
}
