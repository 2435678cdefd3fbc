/** What an event says to a person who reads it in a mail or a group. */
@NullMarked
package io.casewire.notify.delivery.notice;

import org.jspecify.annotations.NullMarked;
