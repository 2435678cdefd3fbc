package io.casewire.messaging.continuity;

/**
 * What a part of a service needs in an empty store before the log is read into it: indexes, a first document. A service that declares
 * such beans is filled again while it runs when its database was dropped under it; others have to be started again.
 */
@FunctionalInterface
public interface StorePreparation {
    /** May find some of it there already. */
    void prepare();
}
