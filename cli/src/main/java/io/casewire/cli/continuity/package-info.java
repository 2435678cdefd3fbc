/** What an operator decides where store and log lost each other. */
@NullMarked
package io.casewire.cli.continuity;

import org.jspecify.annotations.NullMarked;
