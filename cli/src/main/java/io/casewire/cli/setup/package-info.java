/** Brings a new or running Kafka and store to what the deployment needs: topics, accounts, rights. */
@NullMarked
package io.casewire.cli.setup;

import org.jspecify.annotations.NullMarked;
