/**
 * How the server itself speaks HTTP, before and around any handler: limits on addresses, headers and connections, and every
 * refusal as a problem document (RFC 9457). It knows nothing of what the server is for.
 */
@NullMarked
package io.casewire.serving.http;

import org.jspecify.annotations.NullMarked;
