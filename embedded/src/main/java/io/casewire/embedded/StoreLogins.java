package io.casewire.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.security.scram.ScramCredential;
import org.apache.kafka.common.security.scram.ScramCredentialCallback;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;
import org.apache.kafka.common.security.scram.internals.ScramSaslServer;

/**
 * Lets a connection do nothing before it has shown that it knows the instance's password, by SCRAM-SHA-256 as MongoDB's drivers speak it. The
 * exchange itself is Kafka's implementation of RFC 5802.
 *
 * @see <a href="https://github.com/mongodb/specifications/blob/master/source/auth/auth.md">MongoDB's authentication specification</a>
 */
final class StoreLogins {
    private static final String MECHANISM = "SCRAM-SHA-256";
    private static final int ITERATIONS = 4096;
    // MongoDB's codes
    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final int MECHANISM_UNAVAILABLE = 334;
    /** What drivers ask to find out with whom they speak, and what ends a conversation. */
    private static final Set<String> OPEN =
            Set.of("hello", "ismaster", "buildinfo", "ping", "whatsmyuri", "endsessions");

    private static final AttributeKey<Exchange> EXCHANGE = AttributeKey.valueOf("casewire.exchange");
    private static final AttributeKey<Boolean> KNOWN = AttributeKey.valueOf("casewire.known");

    private final ScramCredential credential;

    StoreLogins(Access access) {
        try {
            credential =
                    new ScramFormatter(ScramMechanism.SCRAM_SHA_256).generateCredential(access.password(), ITERATIONS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /**
     * Answers what belongs to logging in; empty for a command of a known connection, or one that anybody may ask.
     *
     * @throws MongoServerError as MongoDB's: 13 for who is not logged in, 18 for a wrong name or password
     */
    Optional<Document> answer(Channel channel, String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "saslstart" -> Optional.of(start(channel, query));
            case "saslcontinue" -> Optional.of(goOn(channel, query));
            case String name when OPEN.contains(name) -> Optional.empty();
            default -> {
                requireKnown(channel, command);
                yield Optional.empty();
            }
        };
    }

    void requireKnown(Channel channel, String command) {
        if (!channel.hasAttr(KNOWN)) {
            throw new MongoServerError(
                    UNAUTHORIZED,
                    "Unauthorized",
                    "Command " + command
                            + " requires authentication; see \"Who may use broker and store\" in docs/operations.md");
        }
    }

    /** What {@code hello} adds for a client that asks which mechanisms a user may choose from. */
    static void tellMechanisms(Document query, Document reply) {
        if (query.containsKey("saslSupportedMechs")) {
            reply.append("saslSupportedMechs", List.of(MECHANISM));
        }
    }

    private Document start(Channel channel, Document query) {
        if (!MECHANISM.equals(query.get("mechanism"))) {
            throw new MongoServerError(
                    MECHANISM_UNAVAILABLE, "MechanismUnavailable", "This store knows " + MECHANISM + " only");
        }
        boolean ends = query.get("options") instanceof Document options
                && Boolean.TRUE.equals(options.get("skipEmptyExchange"));
        Exchange exchange = new Exchange(server(), ends);
        channel.attr(KNOWN).set(null);
        channel.attr(EXCHANGE).set(exchange);
        return step(channel, exchange, query);
    }

    private static Document goOn(Channel channel, Document query) {
        Exchange exchange = channel.attr(EXCHANGE).get();
        if (exchange == null) {
            throw failed();
        }
        return step(channel, exchange, query);
    }

    private static Document step(Channel channel, Exchange exchange, Document query) {
        if (exchange.server().isComplete()) {
            // a client that does not skip it has yet to say that it believes the server
            return finish(channel, new byte[0]);
        }
        try {
            byte[] said = exchange.server().evaluateResponse(payload(query));
            return exchange.server().isComplete() && exchange.endsWithServer()
                    ? finish(channel, said)
                    : reply(said, false);
        } catch (SaslException | SaslAuthenticationException e) {
            channel.attr(EXCHANGE).set(null);
            throw failed();
        }
    }

    private static Document finish(Channel channel, byte[] said) {
        channel.attr(EXCHANGE).set(null);
        channel.attr(KNOWN).set(Boolean.TRUE);
        return reply(said, true);
    }

    private static Document reply(byte[] said, boolean done) {
        return new Document("conversationId", 1)
                .append("done", done)
                .append("payload", new BinData(said))
                .append("ok", 1.0);
    }

    private static byte[] payload(Document query) {
        return switch (query.get("payload")) {
            case byte[] bytes -> bytes;
            case BinData data -> data.getData();
            case null, default -> throw failed();
        };
    }

    private SaslServer server() {
        try {
            return new ScramSaslServer(ScramMechanism.SCRAM_SHA_256, Map.of(), this::tell);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    private void tell(Callback[] asked) {
        String user = null;
        for (Callback callback : asked) {
            switch (callback) {
                case NameCallback name -> user = name.getDefaultName();
                // without one the exchange fails as with a wrong password
                case ScramCredentialCallback known ->
                    known.scramCredential(Access.USER.equals(user) ? credential : null);
                default -> throw new IllegalStateException("Kafka's SCRAM asks for a name and a credential only");
            }
        }
    }

    private static MongoServerError failed() {
        return new MongoServerError(AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
    }

    /**
     * A conversation that is going on.
     *
     * @param endsWithServer whether the server's last word is the end of it
     */
    private record Exchange(SaslServer server, boolean endsWithServer) {}
}
