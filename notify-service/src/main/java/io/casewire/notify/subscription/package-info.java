/** What an agency asked to be told, where, and since when. */
@NullMarked
package io.casewire.notify.subscription;

import org.jspecify.annotations.NullMarked;
