package io.casewire.notify.subscription;

import java.util.Optional;

/** Whether messages can be had by mail here. */
@FunctionalInterface
public interface MailOffer {
    /** What the operator would have to set first, in a sentence; empty where nothing is missing. */
    Optional<String> missing();
}
