package io.casewire.notify.subscription;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** Reads event kinds of subscriptions that were stored under a name given up since. */
@Configuration(proxyBeanMethods = false)
class StoredKinds {
    private static final Map<String, EventKind> FORMER =
            Map.of("OBLIGATION_CLAIM_CHANGED", EventKind.OBLIGATION_ASSURANCE_CHANGED);

    @Bean
    MongoCustomConversions conversionsOfFormerKinds() {
        return new MongoCustomConversions(List.of(new Reader()));
    }

    @ReadingConverter
    static final class Reader implements Converter<String, EventKind> {
        @Override
        public EventKind convert(String stored) {
            EventKind former = FORMER.get(stored);
            return former == null ? EventKind.valueOf(stored) : former;
        }
    }
}
