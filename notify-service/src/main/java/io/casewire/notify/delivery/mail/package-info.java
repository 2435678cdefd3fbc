/** Messages as mail: what a mail says, and how it is handed to the operator's mail server. */
@NullMarked
package io.casewire.notify.delivery.mail;

import org.jspecify.annotations.NullMarked;
