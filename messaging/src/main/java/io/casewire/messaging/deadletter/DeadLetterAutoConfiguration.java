package io.casewire.messaging.deadletter;

import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.messaging.EventListener;
import io.casewire.messaging.GrouplessConsumers;
import io.casewire.messaging.GrouplessConsumers.LostPlace;
import io.casewire.messaging.progress.ConsumerGroupController;
import io.casewire.serving.problem.Problems;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A service that listens tells operators over HTTP what it put aside and how far it has come. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({AccessRules.class, Problems.class})
@ConditionalOnBean(EventListener.class)
@ConditionalOnProperty("casewire.service")
class DeadLetterAutoConfiguration {
    @Bean
    DeadLetterController deadLetterController(
            KafkaProperties kafka,
            Listeners listeners,
            MongoDatabaseFactory database,
            @Value("${casewire.messaging.group:casewire}") String group) {
        GrouplessConsumers consumers = new GrouplessConsumers(kafka.buildConsumerProperties());
        InstantSource clock = InstantSource.system();
        LetterBox box =
                new LetterBox(() -> consumers.consumer(group + "-dead-letters", LostPlace.EARLIEST), listeners, clock);
        Replays replays = new Replays(database::getMongoDatabase, clock);
        return new DeadLetterController(box, replays, new Replayer(box, replays, listeners, clock));
    }

    @Bean
    ConsumerGroupController consumerGroupController(KafkaProperties kafka, Listeners listeners) {
        return new ConsumerGroupController(kafka.buildAdminProperties(), listeners::topicsByGroup);
    }

    @Bean
    AccessRules deadLetterRules(@Value("${casewire.service}") String service) {
        String api = "/api/" + service + "/v1";
        return requests -> requests.requestMatchers(
                        api + "/dead-letters", api + "/dead-letters/**", api + "/consumer-groups")
                .hasRole(Role.OPERATOR.name());
    }
}
