package io.casewire.identity.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds the local key pair and what is known of the tokens signed with it.
 *
 * <ul>
 *   <li>{@code signing-key.json}: the private key as a JWK (RFC 7517), readable by its owner only. A machine that only
 *       checks tokens does without it.
 *   <li>{@code jwks.json}: the public keys as a JWK set; what the services check tokens with.
 *   <li>{@code revoked/}: which tokens no longer hold, see {@link Revocations}. A directory of its own, so that a container
 *       that is given it sees each new list.
 *   <li>{@code sessions/}: links that sign somebody in at the console and were not used yet, and the sessions that were
 *       ended, see {@link Sessions}. A directory of its own, the only one a console may write into.
 *   <li>{@code issued.ndjson}: which tokens were given out, see {@link TokenRegister}.
 *   <li>{@code .lock}: held while any of them is written, so that processes starting together end with one pair.
 * </ul>
 *
 * <p>A key that is there and cannot be used is never replaced by a new one: every token given out would stop working without
 * a word.
 */
public final class KeyDirectory {
    private static final String PRIVATE_KEY = "signing-key.json";
    private static final String PUBLIC_KEYS = "jwks.json";
    private static final byte[] PROBE = "one key".getBytes(StandardCharsets.US_ASCII);

    private final Path directory;
    private final Path privateFile;
    private final Path publicFile;

    public KeyDirectory(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.privateFile = this.directory.resolve(PRIVATE_KEY);
        this.publicFile = this.directory.resolve(PUBLIC_KEYS);
    }

    /**
     * The keys tokens are checked against; makes the pair on first need. Where the private key is here too, it must be
     * usable and the partner of one of them.
     *
     * @throws UnusableKeys when files are missing and cannot be made, are damaged, or others could have changed them
     */
    public JWKSet publicKeys() {
        makeMissing();
        JWKSet keys = readPublic();
        if (FileModes.isThere(privateFile)) {
            requirePartner(readPrivate(), keys);
        }
        return keys;
    }

    /** The key tokens are signed with; makes the pair on first need. */
    ECKey signingKey() {
        makeMissing();
        if (!FileModes.isThere(privateFile)) {
            throw madeElsewhere();
        }
        ECKey key = readPrivate();
        requirePartner(key, readPublic());
        return key;
    }

    Path path() {
        return directory;
    }

    private void makeMissing() {
        // a public key alone is a machine that only checks
        if (FileModes.isThere(publicFile)) {
            return;
        }
        try {
            DirectoryLock.inTurn(directory, () -> {
                makeMissingFiles();
                return directory;
            });
        } catch (IOException e) {
            throw new UnusableKeys("No key pair can be made in " + directory + " (" + e + ").", e);
        }
    }

    private void makeMissingFiles() throws IOException {
        if (!FileModes.isThere(privateFile)) {
            if (FileModes.isThere(publicFile)) {
                throw madeElsewhere();
            }
            refuseToForgetTokens();
            FileModes.writeWhole(privateFile, newKey().toJSONString());
        }
        if (!FileModes.isThere(publicFile)) {
            // also the way on after a crash between the two files
            FileModes.writeWhole(publicFile, new JWKSet(readPrivate()).toString(true));
        }
        Revocations.makeEmpty(directory);
        FileModes.createPrivateDirectory(Sessions.folderIn(directory));
    }

    private void refuseToForgetTokens() {
        Path issued = TokenRegister.fileIn(directory);
        if (FileModes.isThere(issued)) {
            throw new UnusableKeys(
                    "%s and %s are gone, and %s says that tokens were signed with them: bring both back from"
                                    .formatted(privateFile, publicFile, issued)
                            + " a backup. To start with a new pair, so that those tokens stop working, remove "
                            + issued + " too.");
        }
    }

    private UnusableKeys madeElsewhere() {
        return new UnusableKeys(publicFile + " is here without its private key, so tokens are made elsewhere."
                + " Make tokens there, or remove the file to start with a new pair.");
    }

    private JWKSet readPublic() {
        FileModes.refuseWritableByOthers(directory);
        FileModes.refuseWritableByOthers(publicFile);
        try {
            JWKSet keys = JWKSet.parse(FileModes.readSmall(publicFile)).toPublicJWKSet();
            if (keys.getKeys().stream().noneMatch(KeyDirectory::checksTokens)) {
                throw new UnusableKeys(publicFile + " holds no P-256 key with a kid, so no token could be checked."
                        + " Bring the file back from a backup.");
            }
            return keys;
        } catch (IOException | ParseException e) {
            throw new UnusableKeys(
                    publicFile + " cannot be read as a set of public keys. Bring the file back from a backup.", e);
        }
    }

    private static boolean checksTokens(JWK key) {
        return key instanceof ECKey curve && Curve.P_256.equals(curve.getCurve()) && key.getKeyID() != null;
    }

    private ECKey readPrivate() {
        FileModes.requirePrivate(directory, FileModes.PRIVATE_DIRECTORY);
        FileModes.requirePrivate(privateFile, FileModes.PRIVATE_FILE);
        try {
            ECKey key = ECKey.parse(FileModes.readSmall(privateFile));
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw new UnusableKeys(privateFile + " must hold a private P-256 key with a kid."
                        + " Bring the file back from a backup.");
            }
            requireWhole(key);
            return key;
        } catch (IOException | ParseException e) {
            throw new UnusableKeys(
                    privateFile + " cannot be read as a private key. Bring the file back from a backup.", e);
        }
    }

    /** A damaged private part parses well and signs what its public part does not verify. */
    private void requireWhole(ECKey key) {
        try {
            JWSHeader header = new JWSHeader(JWSAlgorithm.ES256);
            Base64URL signature = new ECDSASigner(key).sign(header, PROBE);
            if (new ECDSAVerifier(key.toPublicJWK()).verify(header, PROBE, signature)) {
                return;
            }
        } catch (JOSEException e) {
            throw damaged(e);
        }
        throw damaged(null);
    }

    private UnusableKeys damaged(@Nullable Throwable cause) {
        return new UnusableKeys(
                privateFile + " is damaged: its private part does not fit its public part."
                        + " Bring the file back from a backup.",
                cause);
    }

    private void requirePartner(ECKey key, JWKSet keys) {
        JWK published = keys.getKeyByKeyId(key.getKeyID());
        if (published == null || !sameKey(published, key)) {
            throw new UnusableKeys(privateFile + " is not the partner of " + publicFile
                    + ": bring both back from a backup, or remove both and "
                    + TokenRegister.fileIn(directory).getFileName()
                    + ", and a new pair is made; tokens given out before stop working.");
        }
    }

    private static boolean sameKey(JWK one, JWK other) {
        try {
            return one.computeThumbprint().equals(other.computeThumbprint());
        } catch (JOSEException e) {
            throw new UnusableKeys("This Java runtime has no SHA-256.", e);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new UnusableKeys("This Java runtime cannot make a P-256 key pair.", e);
        }
    }
}
