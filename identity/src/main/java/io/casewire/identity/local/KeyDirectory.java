package io.casewire.identity.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.ParseException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The directory that holds the local key pair.
 *
 * <ul>
 *   <li>{@code signing-key.json}: the private key as a JWK (RFC 7517), readable by its owner only. A machine that only
 *       checks tokens does without it.
 *   <li>{@code jwks.json}: the public keys as a JWK set; what the services check tokens with.
 *   <li>{@code .lock}: held while the two are made, so that processes starting together end with one pair.
 * </ul>
 */
public final class KeyDirectory {
    private static final String PRIVATE_KEY = "signing-key.json";
    private static final String PUBLIC_KEYS = "jwks.json";
    // a file lock belongs to the whole process, so threads of one process need their own
    private static final ReentrantLock WITHIN_THIS_PROCESS = new ReentrantLock();

    private final Path directory;
    private final Path privateFile;
    private final Path publicFile;

    public KeyDirectory(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.privateFile = this.directory.resolve(PRIVATE_KEY);
        this.publicFile = this.directory.resolve(PUBLIC_KEYS);
    }

    /**
     * The keys tokens are checked against; makes the pair on first need.
     *
     * @throws UnusableKeys when files are missing and cannot be made, are damaged, or others could have changed them
     */
    public JWKSet publicKeys() {
        if (!Files.exists(publicFile)) {
            makeMissing();
        }
        FileModes.refuseWritableByOthers(directory);
        FileModes.refuseWritableByOthers(publicFile);
        if (Files.exists(privateFile)) {
            FileModes.requirePrivate(directory, FileModes.PRIVATE_DIRECTORY);
            FileModes.requirePrivate(privateFile, FileModes.PRIVATE_FILE);
        }
        try {
            return JWKSet.parse(Files.readString(publicFile)).toPublicJWKSet();
        } catch (IOException | ParseException e) {
            throw new UnusableKeys(publicFile + " cannot be read as a set of public keys.", e);
        }
    }

    /** The key tokens are signed with; makes the pair on first need. */
    ECKey signingKey() {
        if (!Files.exists(privateFile) || !Files.exists(publicFile)) {
            makeMissing();
        }
        ECKey key = readPrivate();
        if (publicKeys().getKeyByKeyId(key.getKeyID()) == null) {
            throw new UnusableKeys(privateFile + " is not the partner of " + publicFile
                    + ": remove both, and a new pair is made; tokens given out before stop working.");
        }
        return key;
    }

    private void makeMissing() {
        WITHIN_THIS_PROCESS.lock();
        try {
            FileModes.createPrivateDirectory(directory);
            FileModes.requirePrivate(directory, FileModes.PRIVATE_DIRECTORY);
            try (FileChannel channel = openLockFile()) {
                FileLock lock = channel.lock();
                makeMissingFiles();
                lock.release();
            }
        } catch (IOException e) {
            throw new UnusableKeys("No key pair can be made in " + directory + " (" + e + ").", e);
        } finally {
            WITHIN_THIS_PROCESS.unlock();
        }
    }

    private void makeMissingFiles() throws IOException {
        if (!Files.exists(privateFile)) {
            if (Files.exists(publicFile)) {
                throw new UnusableKeys(publicFile + " is here without its private key, so tokens are made elsewhere."
                        + " Make tokens there, or remove the file to start with a new pair.");
            }
            FileModes.writeWhole(privateFile, newKey().toJSONString());
        }
        if (!Files.exists(publicFile)) {
            // also the way on after a crash between the two files
            FileModes.writeWhole(publicFile, new JWKSet(readPrivate()).toString(true));
        }
    }

    private FileChannel openLockFile() throws IOException {
        Path file = directory.resolve(".lock");
        try {
            FileModes.createPrivateFile(file);
        } catch (FileAlreadyExistsException _) {
            // whoever came first made it
        }
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    private ECKey readPrivate() {
        FileModes.requirePrivate(directory, FileModes.PRIVATE_DIRECTORY);
        FileModes.requirePrivate(privateFile, FileModes.PRIVATE_FILE);
        try {
            ECKey key = ECKey.parse(Files.readString(privateFile));
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw new UnusableKeys(privateFile + " must hold a private P-256 key with a kid.");
            }
            return key;
        } catch (IOException | ParseException e) {
            throw new UnusableKeys(privateFile + " cannot be read as a private key.", e);
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
