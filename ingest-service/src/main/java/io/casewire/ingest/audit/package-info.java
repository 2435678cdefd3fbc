/** Who decided what, when and why: every act of a person that changes what is published, kept for good. */
@NullMarked
package io.casewire.ingest.audit;

import org.jspecify.annotations.NullMarked;
