@NullMarked
package io.casewire.contracts.topic;

import org.jspecify.annotations.NullMarked;
