/** Files that regions attach to obligations as evidence: checked for what they claim to be, kept under their digest. */
@NullMarked
package io.casewire.replication.attachment;

import org.jspecify.annotations.NullMarked;
