package io.casewire.messaging.continuity;

import io.casewire.messaging.EventListener;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Gives a service with a store {@link Continuity}. */
@AutoConfiguration(after = {KafkaAutoConfiguration.class, DataMongoAutoConfiguration.class})
@ConditionalOnBean(MongoDatabaseFactory.class)
@EnableConfigurationProperties(ContinuitySettings.class)
class ContinuityAutoConfiguration {
    @Bean
    Continuity continuity(
            MongoDatabaseFactory database,
            KafkaProperties kafka,
            ObjectProvider<EventListener<?>> listeners,
            ObjectProvider<Readers> readers,
            ObjectProvider<StorePreparation> preparations,
            ContinuitySettings settings,
            @Value("${casewire.messaging.group:casewire}") String group) {
        List<String> groups = listeners
                .orderedStream()
                .map(listener -> group + '-' + listener.name())
                .toList();
        return new Continuity(
                new ContinuityStore(database::getMongoDatabase, settings.markers()),
                new LogInspector(kafka.buildAdminProperties(), groups, group + "-continuity"),
                parts(readers, preparations),
                settings.rebuilds(),
                settings.interval(),
                InstantSource.system());
    }

    @Bean
    ContinuityHealth continuityHealthIndicator(Continuity continuity) {
        return new ContinuityHealth(continuity);
    }

    private static Continuity.Parts parts(
            ObjectProvider<Readers> readers, ObjectProvider<StorePreparation> preparations) {
        return new Continuity.Parts() {
            @Override
            public Readers readers() {
                return readers.getObject();
            }

            @Override
            public List<StorePreparation> preparations() {
                return preparations.orderedStream().toList();
            }
        };
    }
}
