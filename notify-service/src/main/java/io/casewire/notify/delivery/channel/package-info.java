/** The boundary between what is to be told and the ways it travels: a sender a channel, and what can come of an attempt. */
@NullMarked
package io.casewire.notify.delivery.channel;

import org.jspecify.annotations.NullMarked;
