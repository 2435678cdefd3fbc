package io.casewire.notify.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.notify.rhythm.Quiet;
import io.casewire.notify.rhythm.Rhythm;
import io.casewire.notify.rhythm.Timing;
import java.time.DayOfWeek;
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
    private static final Timing TOGETHER = new Timing(
            new Rhythm(Rhythm.Every.WEEK, "08:30", DayOfWeek.MONDAY, "Asia/Shanghai", true),
            new Quiet("20:00", "08:00", "Asia/Shanghai", true, false),
            true);
    private static final SubscriptionId ID = SubscriptionId.derive("one");
    private static final Mailbox CONFIRMED =
            Mailbox.asked("wang@example.org", BEGAN).confirmed(BEGAN);

    private final Subscription created = Subscription.create(
            ID,
            "海关",
            TRADE,
            false,
            Route.webhook("https://hooks.example.org/a", Secrets.of(SECRET)),
            Activity.ACTIVE,
            BEGAN);

    @Test
    void beginsWithOneTermAndTheFirstVersion() {
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.terms()).containsExactly(new Term(TRADE, true, BEGAN));
        assertThat(created.subscriptionId()).isEqualTo(ID);
        assertThat(created.secretsAt(BEGAN)).containsExactly(SECRET);
    }

    @Test
    void beginsANewTermOnlyWhereWhatIsAskedForChanges() {
        Subscription elsewhere = created.changed(
                TRADE, true, Route.webhook("https://hooks.example.org/b", Secrets.of(SECRET)), Activity.ACTIVE, LATER);
        Subscription other = elsewhere.changed(CUSTOMS, true, elsewhere.route(), Activity.ACTIVE, LATER);
        Subscription paused = other.changed(CUSTOMS, true, other.route(), Activity.PAUSED, LATER.plusSeconds(1));

        assertThat(elsewhere.terms()).isEqualTo(created.terms());
        assertThat(elsewhere.version()).isEqualTo(2);
        assertThat(other.terms()).extracting(Term::criteria).containsExactly(TRADE, CUSTOMS);
        assertThat(paused.terms()).extracting(Term::active).containsExactly(true, true, false);
        assertThat(paused.active()).isFalse();
    }

    @Test
    void keepsTheLastTenTerms() {
        Subscription subscription = created;
        for (int i = 0; i < 15; i++) {
            subscription = subscription.changed(
                    about("词语" + i), false, subscription.route(), Activity.ACTIVE, BEGAN.plusSeconds(i + 1));
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
        assertThat(stopped.terms().getLast()).isEqualTo(new Term(TRADE, false, LATER));
        assertThat(stopped.changed(TRADE, false, stopped.route(), Activity.ACTIVE, LATER)
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
                mailed(Mailbox.asked("wang@example.org", BEGAN).invited("digest", LATER)),
                mailed(Mailbox.asked("wang@example.org", BEGAN).confirmed(LATER).bounced(2)),
                Subscription.create(
                        ID,
                        "海关",
                        TRADE,
                        false,
                        Route.robot(new Channel.Robot(RobotKind.FEISHU, "https://open.feishu.cn/x", "s")),
                        Activity.ACTIVE,
                        BEGAN),
                feedAlone(),
                created.with("汇总", null, TOGETHER),
                created.with("便利", LATER, Timing.INSTANT)
                        .opened(FeedToken.draw(ID).hash(), LATER),
                created.changed(ledger(), true, Route.NONE, Activity.ACTIVE, LATER))) {
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
    void forgetsAReceiverThatIsGone() {
        Subscription gone = mailed(Mailbox.asked("wang@example.org", BEGAN)).removed(LATER);

        assertThat(gone.mailbox()).isNull();
    }

    private static Subscription mailed(Mailbox mailbox) {
        Route route = Route.mail(mailbox);
        return Subscription.create(ID, "海关", TRADE, false, route, Activity.of(true, route), BEGAN);
    }

    @Test
    void particularsLieFlatBesideTheOtherCriteria() {
        Document stored = new Document();
        converter().write(created.changed(ledger(), false, Route.NONE, Activity.ACTIVE, LATER), stored);

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

    @Test
    void hasNowhereToSendWhereAFeedAloneTells() {
        assertThat(feedAlone().way(LATER)).isEqualTo(new Way.Feed());
        assertThat(feedAlone().channel(LATER)).isEmpty();
        assertThat(feedAlone().sends()).isFalse();
        assertThat(created.channel(LATER)).containsInstanceOf(Channel.Webhook.class);
        assertThat(mailed(CONFIRMED).channel(LATER)).containsInstanceOf(Channel.Email.class);
        assertThat(mailed(CONFIRMED).sends()).isTrue();
    }

    @Test
    void staysWithItsChannelAndWithNone() {
        Route robot = Route.robot(new Channel.Robot(RobotKind.FEISHU, "https://open.feishu.cn/x", null));
        List<Route> routes = List.of(Route.NONE, created.route(), Route.mail(CONFIRMED), robot);

        for (Route before : routes) {
            assertThat(routes.stream().filter(before::isLike)).containsExactly(before);
            assertThat(before.to(before)).isEqualTo(before);
        }
    }

    @Test
    void runsAgainByMailOnlyOnceTheReceiverWantsIt() {
        Subscription asked = mailed(Mailbox.asked("wang@example.org", BEGAN));
        Subscription paused = asked.paused(LATER);
        Subscription resumed = paused.resumed(LATER);

        assertThat(asked.stateAt(LATER)).isEqualTo(State.WAITING);
        assertThat(paused.stateAt(LATER)).isEqualTo(State.PAUSED);
        assertThat(resumed.stateAt(LATER)).isEqualTo(State.WAITING);
        assertThat(resumed.terms()).extracting(Term::active).containsExactly(false);
        assertThat(mailed(CONFIRMED).paused(LATER).resumed(LATER).active()).isTrue();
        assertThat(mailed(CONFIRMED.unsubscribed(LATER)).stateAt(LATER)).isEqualTo(State.STOPPED);
    }

    @Test
    void forgetsWhatWasRefusedOnceItIsSwitchedOnAgain() {
        Subscription stopped = mailed(CONFIRMED.bounced(3)).stopped("refused", LATER);

        assertThat(stopped.mailbox()).isEqualTo(CONFIRMED.bounced(3));
        assertThat(stopped.resumed(LATER).mailbox()).isEqualTo(CONFIRMED);
        assertThat(stopped.resumedAsIfNotPaused(LATER).mailbox()).isEqualTo(CONFIRMED);
        assertThat(stopped.changed(TRADE, false, stopped.route(), Activity.ACTIVE, LATER)
                        .mailbox())
                .isEqualTo(CONFIRMED);
        assertThat(mailed(CONFIRMED.bounced(2))
                        .changed(CUSTOMS, false, Route.mail(CONFIRMED.bounced(2)), Activity.ACTIVE, LATER)
                        .mailbox())
                .isEqualTo(CONFIRMED.bounced(2));
    }

    @Test
    void whatIsNotedOfAReceiverChangesNoTermAndNoEnd() {
        Subscription ended = mailed(CONFIRMED).with("便利", LATER, TOGETHER);
        Subscription noted = ended;
        for (int i = 1; i < 20; i++) {
            noted = noted.with(CONFIRMED.bounced(i % 2), noted.activity(), LATER.plusSeconds(i));
        }

        assertThat(noted.terms()).isEqualTo(ended.terms());
        assertThat(noted.name()).isEqualTo("便利");
        assertThat(noted.paused(LATER).resumed(LATER).told()).isEqualTo(TOGETHER);
        assertThat(noted.stateAt(LATER.plusSeconds(20))).isEqualTo(State.ENDED);
    }

    private static Subscription feedAlone() {
        return Subscription.create(ID, "海关", TRADE, false, Route.NONE, Activity.ACTIVE, BEGAN);
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

    static Criteria about(String query) {
        Set<String> none = Set.of();
        return new Criteria(Set.of(), Set.of(), none, none, none, none, Set.of(), Set.of(), query);
    }

    private static MappingMongoConverter converter() {
        return converter(MongoCustomConversions.create(_ -> {}));
    }

    static MappingMongoConverter converter(MongoCustomConversions conversions) {
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
