package io.casewire.notify.subscription;

import java.util.Map;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;

/** Reads event kinds of subscriptions that were stored under a name given up since. */
@ReadingConverter
final class FormerKinds implements Converter<String, EventKind> {
    private static final Map<String, EventKind> FORMER =
            Map.of("OBLIGATION_CLAIM_CHANGED", EventKind.OBLIGATION_ASSURANCE_CHANGED);

    @Override
    public EventKind convert(String stored) {
        EventKind former = FORMER.get(stored);
        return former == null ? EventKind.valueOf(stored) : former;
    }
}
