/** What a deployment of containers needs beside the services: one program with a command each. */
@NullMarked
package io.casewire.operations;

import org.jspecify.annotations.NullMarked;
