@NullMarked
package io.casewire.cli.document;

import org.jspecify.annotations.NullMarked;
