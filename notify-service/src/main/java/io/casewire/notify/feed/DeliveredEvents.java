package io.casewire.notify.feed;

import java.util.List;

/** What was sent to webhooks, for the feeds of their subscriptions. */
public interface DeliveredEvents {
    /** The last that were made for that subscription, delivered or not, the newest first. */
    List<FeedEntry> last(String subscription, int most);
}
