package io.casewire.cli.topic;

/**
 * Something about a topic that is not as the registry wants it.
 *
 * @param setting {@code partitions}, or the name of a topic configuration
 */
record Difference(String topic, String setting, String found, String wanted) {
    @Override
    public String toString() {
        return "%s: %s is %s, the registry says %s".formatted(topic, setting, found, wanted);
    }
}
