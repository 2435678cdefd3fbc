/** Topics as the registry wants them, beside those a broker has. */
@NullMarked
package io.casewire.cli.topic;

import org.jspecify.annotations.NullMarked;
