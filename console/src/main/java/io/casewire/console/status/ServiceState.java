package io.casewire.console.status;

/** What a service says of itself, as far as it says anything. */
enum ServiceState {
    UP,
    /** It answers, and says that it is not ready. */
    DOWN,
    /** Nothing answers, or not in time. */
    UNREACHABLE
}
