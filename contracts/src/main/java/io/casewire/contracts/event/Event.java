package io.casewire.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened, told on the topic of the thing it happened to. Every event carries the whole thing at its
 * revision, so that the last event of a key is its current state and a new consumer needs nothing else.
 */
public sealed interface Event
        permits DocumentEvent,
                CaseEvent,
                TaskEvent,
                EvidenceEvent,
                ChapterEvent,
                LinkEvent,
                ObligationEvent,
                PlanEvent,
                SettlementEvent,
                DeliveryEvent {

    /** The Kafka key: the id of the thing, so that all its revisions stay in order on one partition. */
    @JsonIgnore
    String key();

    /** Revision of the thing, from 1, without gaps; consumers ignore what is not newer than what they have. */
    long revision();

    /** The same for every repetition of this event: what consumers deduplicate by. */
    @JsonIgnore
    default String eventId() {
        return key() + '@' + revision();
    }
}
