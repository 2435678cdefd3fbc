/** What the services tell each other: sealed, past tense, each carrying the whole thing at its revision. */
@NullMarked
package io.casewire.contracts.event;

import org.jspecify.annotations.NullMarked;
