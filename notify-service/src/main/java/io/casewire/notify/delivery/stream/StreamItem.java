package io.casewire.notify.delivery.stream;

/** What a reader is handed. */
sealed interface StreamItem permits LiveEvent, Gap {}
