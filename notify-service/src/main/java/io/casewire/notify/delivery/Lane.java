package io.casewire.notify.delivery;

/**
 * What goes to one endpoint for one agency: what a receiver can ask to be spared of. Others who share its host, as
 * customers of one provider do, are not held up by that.
 *
 * @param endpoint scheme, host and port
 */
record Lane(String endpoint, String agency) {}
