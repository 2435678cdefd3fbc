/** Notify at work: matching, webhooks, live streams and how soon a document is told of, each beside what one would use otherwise. */
@NullMarked
package io.casewire.benchmarks.notify;

import org.jspecify.annotations.NullMarked;
