package io.casewire.notify.subscription;

import io.casewire.identity.web.IdentitySettings;
import io.casewire.notify.sealing.KeyRing;
import io.casewire.notify.sealing.SealingSettings;
import io.casewire.notify.sealing.StoredSecrets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.convert.PropertyValueConverterRegistrar;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConversionContext;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoValueConverter;

/** What of subscriptions lies sealed in the store; what only has to be compared is stored as a digest instead. */
@Configuration(proxyBeanMethods = false)
class SealedFields {
    /** Where they are in a stored subscription; in the order of {@link #conversions}. */
    static final List<String> PATHS =
            List.of("url", "secret.text", "previousSecret.text", "robot.url", "robot.secret", "mailbox.key");

    /** Unlocked before anything reads or writes a subscription. */
    @Bean
    KeyRing subscriptionKeys(SealingSettings settings, IdentitySettings identity, MongoDatabaseFactory database) {
        return new StoredSecrets(database.getMongoDatabase().getCollection("subscriptions"), PATHS)
                .unlock(settings, identity);
    }

    @Bean
    MongoCustomConversions subscriptionConversions(KeyRing subscriptionKeys) {
        return conversions(subscriptionKeys);
    }

    static MongoCustomConversions conversions(KeyRing keys) {
        Sealing sealing = new Sealing(keys);
        return MongoCustomConversions.create(adapter -> {
            adapter.registerConverter(new FormerKinds());
            adapter.configurePropertyConversions(fields -> register(fields, sealing));
        });
    }

    private static void register(PropertyValueConverterRegistrar<?> fields, Sealing sealing) {
        fields.registerConverter(Subscription.class, "url", sealing);
        fields.registerConverter(SigningSecret.class, "text", sealing);
        fields.registerConverter(Channel.Robot.class, "url", sealing);
        fields.registerConverter(Channel.Robot.class, "secret", sealing);
        fields.registerConverter(Mailbox.class, "key", sealing);
    }

    private record Sealing(KeyRing keys) implements MongoValueConverter<String, String> {
        @Override
        public String read(String stored, MongoConversionContext context) {
            return keys.open(stored);
        }

        @Override
        public String write(String text, MongoConversionContext context) {
            return keys.seal(text);
        }
    }
}
