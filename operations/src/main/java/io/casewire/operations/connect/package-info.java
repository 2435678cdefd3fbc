/** How the commands reach a deployment's broker and store, and how they read their command lines. */
@NullMarked
package io.casewire.operations.connect;

import org.jspecify.annotations.NullMarked;
