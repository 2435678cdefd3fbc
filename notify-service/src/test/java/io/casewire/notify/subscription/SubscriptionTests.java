package io.casewire.notify.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.PromotionStrength;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

class SubscriptionTests {
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = BEGAN.plusSeconds(60);
    private static final Criteria TRADE = about("贸易");
    private static final Criteria CUSTOMS = about("海关");
    private static final SigningSecret SECRET = SigningSecret.draw();
    private static final SubscriptionId ID = SubscriptionId.derive("one");

    private final Subscription created = Subscription.create(
            ID, "海关", TRADE, false, "https://hooks.example.org/a", Secrets.of(SECRET), Activity.ACTIVE, BEGAN);

    @Test
    void beginsWithOneTermAndTheFirstVersion() {
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.terms()).containsExactly(new Subscription.Term(TRADE, true, BEGAN));
        assertThat(created.subscriptionId()).isEqualTo(ID);
        assertThat(created.secretsAt(BEGAN)).containsExactly(SECRET);
    }

    @Test
    void beginsANewTermOnlyWhereWhatIsAskedForChanges() {
        Subscription elsewhere = created.changed(TRADE, true, "https://hooks.example.org/b", Activity.ACTIVE, LATER);
        Subscription other = elsewhere.changed(CUSTOMS, true, elsewhere.url(), Activity.ACTIVE, LATER);
        Subscription paused = other.changed(CUSTOMS, true, other.url(), Activity.PAUSED, LATER.plusSeconds(1));

        assertThat(elsewhere.terms()).isEqualTo(created.terms());
        assertThat(elsewhere.version()).isEqualTo(2);
        assertThat(other.terms()).extracting(Subscription.Term::criteria).containsExactly(TRADE, CUSTOMS);
        assertThat(paused.terms()).extracting(Subscription.Term::active).containsExactly(true, true, false);
        assertThat(paused.active()).isFalse();
    }

    @Test
    void keepsTheLastTenTerms() {
        Subscription subscription = created;
        for (int i = 0; i < 15; i++) {
            subscription = subscription.changed(
                    about("词语" + i), false, subscription.url(), Activity.ACTIVE, BEGAN.plusSeconds(i + 1));
        }

        assertThat(subscription.terms()).hasSize(10);
        assertThat(subscription.terms().getLast().criteria()).isEqualTo(about("词语14"));
        assertThat(subscription.version()).isEqualTo(16);
    }

    @Test
    void signsWithBothSecretsUntilTheRotationEnds() {
        SigningSecret next = SigningSecret.draw();
        Instant until = LATER.plus(Duration.ofHours(24));
        Subscription rotated = created.rotated(next, until, LATER);

        assertThat(rotated.secretsAt(LATER)).containsExactly(next, SECRET);
        assertThat(rotated.secretsAt(until)).containsExactly(next);
        assertThat(rotated.terms()).isEqualTo(created.terms());
    }

    @Test
    void endsItsTermWhereTheServiceStopsIt() {
        Subscription stopped = created.stopped("answered 410", LATER);

        assertThat(stopped.active()).isFalse();
        assertThat(stopped.activity().inactiveReason()).isEqualTo("answered 410");
        assertThat(stopped.terms().getLast()).isEqualTo(new Subscription.Term(TRADE, false, LATER));
        assertThat(stopped.changed(TRADE, false, stopped.url(), Activity.ACTIVE, LATER)
                        .activity())
                .isEqualTo(Activity.ACTIVE);
    }

    @Test
    void keepsNoSecretOfASubscriptionThatIsGone() {
        Subscription gone = created.rotated(SigningSecret.draw(), LATER, BEGAN).removed(LATER);

        assertThat(gone.deleted()).isTrue();
        assertThat(gone.active()).isFalse();
        assertThat(gone.secretsAt(BEGAN)).isEmpty();
        assertThat(gone.url()).isEmpty();
        assertThat(gone.terms()).isEmpty();
    }

    @Test
    void readsBackWhatItStores() {
        for (Subscription subscription : List.of(
                created,
                created.rotated(SigningSecret.draw(), LATER, LATER),
                created.stopped("answered 410", LATER),
                created.removed(LATER),
                created.with("便利", LATER).opened(FeedToken.draw(ID).hash(), LATER),
                created.changed(ledger(), true, "", Activity.ACTIVE, LATER))) {
            Document stored = new Document();
            converter().write(subscription, stored);

            assertThat(converter().read(Subscription.class, stored)).isEqualTo(subscription);
        }
    }

    @Test
    void readsADocumentOfTheFormatInUse() {
        Document stored = new Document("_id", ID.value())
                .append("agency", "海关")
                .append("criteria", criteria())
                .append(
                        "terms",
                        List.of(new Document("criteria", criteria())
                                .append("active", true)
                                .append("since", Date.from(BEGAN))))
                .append("includeHistory", true)
                .append("url", "https://hooks.example.org/a")
                .append("secret", new Document("text", SECRET.text()))
                .append("active", false)
                .append("inactiveReason", "answered 410")
                .append("version", 7L)
                .append("deleted", false)
                .append("createdAt", Date.from(BEGAN))
                .append("updatedAt", Date.from(LATER));

        Subscription read = converter().read(Subscription.class, stored);

        assertThat(read.secretsAt(BEGAN)).containsExactly(SECRET);
        assertThat(read.activity()).isEqualTo(Activity.stopped("answered 410"));
        assertThat(read.criteria().domains()).containsExactly(Domain.TRADE);
        assertThat(read.criteria().areas()).isEmpty();
        assertThat(read.version()).isEqualTo(7);

        Document again = new Document();
        converter().write(read, again);
        assertThat(again.keySet()).containsExactlyInAnyOrderElementsOf(stored.keySet());
    }

    @Test
    void particularsLieFlatBesideTheOtherCriteria() {
        Document stored = new Document();
        converter().write(created.changed(ledger(), false, "", Activity.ACTIVE, LATER), stored);

        Document criteria = stored.get("criteria", Document.class);
        assertThat(criteria).doesNotContainKey("particulars").containsEntry("concerns", "430000");
        assertThat(criteria.getList("statuses", String.class)).containsExactly("CLOSED");
    }

    @Test
    void aFeedsTokenIsOfItsSubscriptionAndKnownByItsHashAlone() {
        FeedToken token = FeedToken.draw(ID);

        assertThat(token.subscription()).contains(ID);
        assertThat(token.hasHash(token.hash())).isTrue();
        assertThat(token.hasHash(FeedToken.draw(ID).hash())).isFalse();
        assertThat(token.hasHash(null)).isFalse();
        assertThat(token.hash()).doesNotContain(token.text());
        assertThat(token).hasToString("FeedToken");
        assertThat(created.opened(token.hash(), LATER).removed(LATER).feedHash())
                .isNull();
    }

    private static Criteria ledger() {
        Particulars particulars = new Particulars(
                Set.of(PromotionStrength.MANDATED),
                Set.of(Genre.PROMOTION_LIST),
                Set.of("国函〔2023〕56号"),
                Set.of(Level.PREFECTURE),
                Set.of(Status.CLOSED),
                Set.of(Outcome.ADOPTED),
                "430000");
        return new Criteria(null, null, null, null, null, null, null, null, null, particulars);
    }

    private static Document criteria() {
        return new Document("kinds", List.of("CASE_PUBLISHED")).append("domains", List.of("TRADE"));
    }

    private static Criteria about(String query) {
        Set<String> none = Set.of();
        return new Criteria(Set.of(), Set.of(), none, none, none, none, Set.of(), Set.of(), query);
    }

    private static MappingMongoConverter converter() {
        MongoCustomConversions conversions = MongoCustomConversions.create(_ -> {});
        MongoMappingContext context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.afterPropertiesSet();
        MappingMongoConverter converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.afterPropertiesSet();
        return converter;
    }
}
