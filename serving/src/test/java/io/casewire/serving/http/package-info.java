@NullMarked
package io.casewire.serving.http;

import org.jspecify.annotations.NullMarked;
