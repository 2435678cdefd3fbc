/** What the test of one definition of the same text needs of a service's inside. */
@NullMarked
package io.casewire.replication.obligation;

import org.jspecify.annotations.NullMarked;
