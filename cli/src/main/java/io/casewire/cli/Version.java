package io.casewire.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, which is also that of its images. */
final class Version implements IVersionProvider {
    /** As the jar tells; {@code dev} where there is none. */
    static String ofThisBuild() {
        String version = Casewire.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"casewire " + ofThisBuild()};
    }
}
