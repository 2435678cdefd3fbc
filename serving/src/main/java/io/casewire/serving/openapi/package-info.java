/** The OpenAPI description of a service, as it serves it, and what handlers say for it that their signature does not. */
@NullMarked
package io.casewire.serving.openapi;

import org.jspecify.annotations.NullMarked;
