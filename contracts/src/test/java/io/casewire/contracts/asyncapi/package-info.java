/** The AsyncAPI document, made of the registry, and what holds it true. */
@NullMarked
package io.casewire.contracts.asyncapi;

import org.jspecify.annotations.NullMarked;
