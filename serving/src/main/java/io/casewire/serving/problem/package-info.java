/** Every refusal as a problem document (RFC 9457) with a type of ours, in one wording for all services. */
@NullMarked
package io.casewire.serving.problem;

import org.jspecify.annotations.NullMarked;
