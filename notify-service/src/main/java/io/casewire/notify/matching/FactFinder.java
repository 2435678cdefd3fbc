package io.casewire.notify.matching;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ChapterEvent;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.PlanEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.notify.subscription.EventKind;
import io.casewire.query.Content;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads out of an event what criteria can ask about. */
final class FactFinder {
    private final Gazetteer gazetteer;

    FactFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The facts of that event; empty for one nobody is sent messages about. */
    Optional<Facts> facts(Event event) {
        return EventKind.of(event).map(kind -> find(kind, event));
    }

    private Facts find(EventKind kind, Event event) {
        return switch (event) {
            case CaseEvent of -> ofCase(kind, of.content(), of.document());
            case TaskEvent of -> ofTask(kind, of.task());
            case ObligationEvent of -> ofObligation(kind, of.obligation());
            case DocumentEvent of -> ofDocument(kind, of);
            case EvidenceEvent of -> ofEvidence(kind, of);
            case LinkEvent of -> plain(kind, List.of(), List.of(), of.link().reasons());
            case ChapterEvent _, PlanEvent _, DeliveryEvent _ ->
                throw new IllegalArgumentException("It has no kind: " + event.key());
        };
    }

    private Facts ofCase(EventKind kind, CaseRecord content, DocumentReference document) {
        Set<String> regions = new LinkedHashSet<>();
        content.zones().forEach(zone -> gazetteer.zoneNamed(zone).ifPresent(known -> regions.add(known.province())));
        content.areas().forEach(area -> gazetteer
                .areaNamed(area)
                .ifPresent(known -> regions.add(gazetteer.provinceOf(known).code())));
        Promotion promotion = content.promotion();
        if (promotion != null) {
            promotion.regions().forEach(region -> regions.addAll(withProvince(region)));
        }
        List<String> units = new ArrayList<>(content.originUnits());
        units.addAll(content.leadUnits());
        units.addAll(content.supportingUnits());
        return found(
                kind,
                content.domains(),
                content.zones(),
                content.areas(),
                regions,
                units,
                content.originality(),
                promotion == null ? null : promotion.scope(),
                Content.of(content, document));
    }

    private static Facts ofTask(EventKind kind, TaskRecord task) {
        Set<String> units = new LinkedHashSet<>(task.responsibleUnits());
        units.addAll(task.leadUnits());
        units.addAll(task.supportingUnits());
        task.measures().forEach(measure -> {
            units.addAll(measure.leadUnits());
            units.addAll(measure.supportingUnits());
        });
        List<String> texts = texts(task.title(), task.target(), task.scopeText());
        task.measures().forEach(measure -> texts.add(measure.text()));
        texts.addAll(units);
        return plain(kind, List.of(), units, texts);
    }

    private Facts ofObligation(EventKind kind, ObligationEvent.Obligation obligation) {
        return found(
                kind,
                obligation.domains(),
                List.of(),
                List.of(),
                withProvince(obligation.regionCode()),
                List.of(),
                null,
                null,
                Content.of(List.of(obligation.caseTitle(), obligation.regionName())));
    }

    private static Facts ofDocument(EventKind kind, DocumentEvent event) {
        return switch (event) {
            case DocumentEvent.DocumentPublished published -> {
                String issuer = published.document().issuer();
                yield plain(
                        kind,
                        List.of(),
                        issuer == null ? List.of() : List.of(issuer),
                        texts(
                                published.name(),
                                published.document().title(),
                                published.document().documentNumber(),
                                issuer));
            }
            case DocumentEvent.DocumentRejected rejected ->
                plain(kind, List.of(), List.of(), texts(rejected.name(), rejected.reason()));
        };
    }

    private Facts ofEvidence(EventKind kind, EvidenceEvent event) {
        return switch (event) {
            case EvidenceEvent.AdoptionFound found -> {
                var adoption = found.adoption();
                Set<String> regions = adoption.regionCode() == null ? Set.of() : withProvince(adoption.regionCode());
                yield plain(
                        kind, regions, List.of(), texts(adoption.region(), adoption.resultName(), adoption.quote()));
            }
            case EvidenceEvent.MilestoneFound found ->
                plain(kind, List.of(), List.of(), texts(found.milestone().text()));
            case EvidenceEvent.IndicatorFound found ->
                plain(
                        kind,
                        List.of(),
                        List.of(),
                        texts(found.indicator().group(), found.indicator().name()));
            case EvidenceEvent.EvidenceWithdrawn withdrawn ->
                plain(kind, List.of(), List.of(), texts(withdrawn.reason()));
        };
    }

    private static Facts plain(
            EventKind kind, Collection<String> regions, Collection<String> units, List<String> texts) {
        return found(kind, List.of(), List.of(), List.of(), regions, units, null, null, Content.of(texts));
    }

    private static Facts found(
            EventKind kind,
            Collection<Domain> domains,
            Collection<String> zones,
            Collection<String> areas,
            Collection<String> regions,
            Collection<String> units,
            @Nullable Originality originality,
            @Nullable PromotionScope scope,
            Content content) {
        return new Facts(
                new EventAttributes(
                        kind,
                        Set.copyOf(domains),
                        Set.copyOf(zones),
                        Set.copyOf(areas),
                        Set.copyOf(regions),
                        units.stream().map(ComparableKey::of).collect(Collectors.toUnmodifiableSet()),
                        originality,
                        scope),
                content);
    }

    private Set<String> withProvince(String code) {
        Set<String> codes = new LinkedHashSet<>(List.of(code));
        gazetteer
                .place(code)
                .ifPresent(place -> codes.add(gazetteer.provinceOf(place).code()));
        gazetteer.zoneNamed(code).ifPresent(zone -> codes.add(zone.province()));
        return codes;
    }

    private static List<String> texts(@Nullable String... parts) {
        return new ArrayList<>(Arrays.stream(parts).filter(Objects::nonNull).toList());
    }
}
