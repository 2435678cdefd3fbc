package io.casewire.notify.rhythm;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are where nothing is set. */
public final class Settings {
    private Settings() {}

    /** All of them. */
    public static DigestSettings defaults() {
        return with(Map.of());
    }

    /** With those, named without what all begin with. */
    public static DigestSettings with(Map<String, String> some) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        some.forEach((name, value) -> source.put("casewire.notify.digest." + name, value));
        return new Binder(source).bindOrCreate("casewire.notify.digest", DigestSettings.class);
    }
}
