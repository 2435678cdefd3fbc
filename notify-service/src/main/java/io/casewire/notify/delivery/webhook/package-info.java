/** Messages as webhooks: signed, sent to checked addresses only, with every answer turned into an outcome. */
@NullMarked
package io.casewire.notify.delivery.webhook;

import org.jspecify.annotations.NullMarked;
