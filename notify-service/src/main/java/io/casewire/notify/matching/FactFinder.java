package io.casewire.notify.matching;

import io.casewire.contracts.event.Basis;
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
import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PolicyDocument;
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

    private final ConcernedPlaces places;

    FactFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.places = new ConcernedPlaces(gazetteer);
    }

    /** The facts of that event; empty for one nobody is sent messages about. */
    Optional<Facts> facts(Event event) {
        return EventKind.of(event).map(kind -> find(kind, event));
    }

    private Facts find(EventKind kind, Event event) {
        return switch (event) {
            case CaseEvent of -> ofCase(kind, of.content(), of.document());
            case TaskEvent of -> ofTask(kind, of.task(), of.document());
            case ObligationEvent of -> ofObligation(kind, of.obligation());
            case DocumentEvent of -> ofDocument(kind, of);
            case EvidenceEvent of -> ofEvidence(kind, of);
            case LinkEvent of -> plain(kind, List.of(), List.of(), of.link().reasons(), Standing.NONE);
            case ChapterEvent _, PlanEvent _, SettlementEvent _, DeliveryEvent _ ->
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
                new Standing(
                        promotion == null ? null : promotion.strength(),
                        document.genre(),
                        promotion == null ? Set.of() : instruments(promotion.instrument()),
                        null,
                        null,
                        null,
                        kind == EventKind.CASE_PUBLISHED ? places.addressedBy(promotion, document) : Set.of()),
                Content.of(content, document));
    }

    private static Set<String> instruments(@Nullable PolicyDocument instrument) {
        if (instrument == null) {
            return Set.of();
        }
        String name = instrument.number() == null ? instrument.title() : instrument.number();
        String key = name == null ? "" : ComparableKey.of(name);
        return key.isEmpty() ? Set.of() : Set.of(key);
    }

    private static Facts ofTask(EventKind kind, TaskRecord task, DocumentReference document) {
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
        return plain(kind, List.of(), units, texts, Standing.from(document.genre()));
    }

    private Facts ofObligation(EventKind kind, ObligationEvent.Obligation obligation) {
        Basis basis = obligation.basis();
        return found(
                kind,
                obligation.domains(),
                List.of(),
                List.of(),
                withProvince(obligation.regionCode()),
                List.of(),
                null,
                null,
                new Standing(
                        obligation.strength(),
                        null,
                        basis == null ? Set.of() : instruments(basis.instrument()),
                        obligation.level(),
                        obligation.status(),
                        obligation.outcome(),
                        places.at(obligation.regionCode())),
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
                                issuer),
                        Standing.from(published.document().genre()));
            }
            case DocumentEvent.DocumentRejected rejected ->
                plain(kind, List.of(), List.of(), texts(rejected.name(), rejected.reason()), Standing.NONE);
        };
    }

    private Facts ofEvidence(EventKind kind, EvidenceEvent event) {
        Standing standing = Standing.from(event.document().genre());
        List<String> nowhere = List.of();
        return switch (event) {
            case EvidenceEvent.AdoptionFound found -> {
                var adoption = found.adoption();
                String code = adoption.regionCode();
                yield plain(
                        kind,
                        code == null ? nowhere : withProvince(code),
                        List.of(),
                        texts(adoption.region(), adoption.resultName(), adoption.quote()),
                        code == null ? standing : standing.concerning(places.at(code)));
            }
            case EvidenceEvent.MilestoneFound found ->
                plain(kind, nowhere, List.of(), texts(found.milestone().text()), standing);
            case EvidenceEvent.IndicatorFound found ->
                plain(
                        kind,
                        nowhere,
                        List.of(),
                        texts(found.indicator().group(), found.indicator().name()),
                        standing);
            case EvidenceEvent.EvidenceWithdrawn withdrawn ->
                plain(kind, nowhere, List.of(), texts(withdrawn.reason()), standing);
        };
    }

    private static Facts plain(
            EventKind kind,
            Collection<String> regions,
            Collection<String> units,
            List<String> texts,
            Standing standing) {
        return found(kind, List.of(), List.of(), List.of(), regions, units, null, null, standing, Content.of(texts));
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
            Standing standing,
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
                        scope,
                        standing),
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
