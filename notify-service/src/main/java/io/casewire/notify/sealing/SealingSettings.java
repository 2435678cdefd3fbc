package io.casewire.notify.sealing;

import io.casewire.identity.web.IdentitySettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code casewire.notify.secrets}.
 *
 * @param keyFile keys that secrets in the store are sealed with; null for {@code notify-secrets.keys} among the keys of the
 *     instance
 */
@ConfigurationProperties("casewire.notify.secrets")
public record SealingSettings(@Nullable Path keyFile) {
    private static final String NAME = "notify-secrets.keys";

    /** @throws UnusableSecrets where neither says where it is */
    Path file(IdentitySettings identity) {
        if (keyFile != null) {
            return keyFile;
        }
        if (identity.directory() == null) {
            throw new UnusableSecrets(
                    "There is no place for their key: set casewire.notify.secrets.key-file, or casewire.identity.directory.");
        }
        return identity.directory().resolve(NAME);
    }
}
