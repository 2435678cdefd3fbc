package io.casewire.console.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.web.SessionTokens.Reading;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code /session} answers. */
sealed interface Session {
    /** A way of signing in; its names are those of the answer. */
    enum Way {
        LINK,
        ISSUER
    }

    /** Always the first to be asked for. */
    boolean signedIn();

    /**
     * Who somebody is, or would be.
     *
     * @param roles wire names, in the order of their declaration
     * @param regionName Chinese, as the gazetteer has it
     * @param expiresAt when the session is over
     */
    record Person(
            String subject,
            List<String> roles,
            @Nullable String regionCode,
            @Nullable String regionName,
            @Nullable String agency,
            Instant expiresAt) {
        static Person of(Reading.Good session) {
            Caller caller = session.caller();
            return new Person(
                    caller.subject(),
                    caller.roles().stream().sorted().map(Role::wireName).toList(),
                    caller.region(),
                    caller.region() == null
                            ? null
                            : Gazetteer.standard()
                                    .place(caller.region())
                                    .map(Place::name)
                                    .orElse(null),
                    caller.agency(),
                    session.expiresAt());
        }
    }

    /**
     * @param csrf what a change has to bring in {@code X-CSRF-Token}
     * @param way by which
     * @param renewable true where {@code POST /session/renewal} makes it longer; null where nothing does
     */
    record SignedIn(
            boolean signedIn,
            @JsonUnwrapped Person person,
            String csrf,
            Way way,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean renewable)
            implements Session {}

    /**
     * Nobody is.
     *
     * @param ways by which somebody can sign in here; empty where nobody can
     * @param ended true where the browser brought a session that holds no longer, or signed out; null for nothing of that kind
     * @param revoked whether the services refuse it from now on, where somebody signed out
     * @param renewable true where {@code POST /session/renewal} may sign in again; null where nothing does
     * @param signOutAt where the browser ends the session at the issuer too, where somebody signed out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Nobody(
            boolean signedIn,
            List<Way> ways,
            @Nullable Boolean ended,
            @Nullable Boolean revoked,
            @Nullable Boolean renewable,
            @Nullable URI signOutAt)
            implements Session {
        static Nobody here(List<Way> ways) {
            return new Nobody(false, ways, null, null, null, null);
        }

        Nobody afterTheEnd() {
            return new Nobody(signedIn, ways, true, revoked, renewable, signOutAt);
        }

        Nobody afterSigningOut(boolean servicesRefuse, @Nullable URI at) {
            return new Nobody(signedIn, ways, true, servicesRefuse, null, at);
        }

        Nobody whoMayComeBack() {
            return new Nobody(signedIn, ways, ended, revoked, true, signOutAt);
        }
    }
}
