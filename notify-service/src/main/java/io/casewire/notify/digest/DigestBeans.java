package io.casewire.notify.digest;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.rhythm.DigestSettings;
import io.casewire.notify.subscription.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes digests. */
@Configuration(proxyBeanMethods = false)
class DigestBeans {
    @Bean
    DigestWork digestWork(
            DigestStore store,
            HeldMessages messages,
            Subscriptions subscriptions,
            Holds holds,
            WorkingCalendar calendar,
            DigestSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        DigestMaker maker =
                new DigestMaker(store, messages, new StoredAskers(subscriptions), holds, calendar, settings);
        return new DigestWork(maker, holds, messages, subscriptions, settings, clock, meters);
    }

    private record StoredAskers(Subscriptions subscriptions) implements Askers {
        @Override
        public Optional<Asker> find(String subscription, Instant now) {
            return subscriptions
                    .find(new SubscriptionId(subscription))
                    .map(found -> new Asker(
                            found.agency(), found.told(), found.active() && !found.endedAt(now), found.endedAt(now)));
        }
    }
}
