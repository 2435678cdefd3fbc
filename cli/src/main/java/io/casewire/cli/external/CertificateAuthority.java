package io.casewire.cli.external;

import io.casewire.cli.connect.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A deployment's own authority: vouches for the broker's certificate. Consumers are given its certificate and trust nobody
 * else. Its key stays in the deployment folder, where no container sees it, to sign the broker's next certificate.
 *
 * @param key signs
 * @param certificate consumers trust it
 */
public record CertificateAuthority(PrivateKey key, X509Certificate certificate) {
    private static final String STORE_TYPE = "PKCS12";
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final int AUTHORITY_DAYS = 3653;
    private static final int SERVER_DAYS = 1096;
    // a reader's clock may be slow
    private static final String SINCE = "-1d";
    private static final List<String> KEY = List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1");

    /** The authority whose key and certificate these are. */
    static CertificateAuthority of(ServerCertificate own) {
        return new CertificateAuthority(own.key(), own.chain().getFirst());
    }

    /** A new authority, good for ten years. */
    public static CertificateAuthority create(String name) {
        return inScratch(keys -> {
            keytool(
                    keys,
                    AUTHORITY,
                    AUTHORITY_DAYS,
                    List.of(
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "bc:c=ca:true,pathlen:0",
                            "-ext",
                            "ku:c=keyCertSign,cRLSign"));
            return of(keys.entry(AUTHORITY));
        });
    }

    /**
     * A new certificate of the broker, good for three years.
     *
     * @param hosts names and addresses it is reached under; the first is its common name
     */
    public ServerCertificate issue(List<String> hosts) {
        hosts.forEach(ExternalAddress::requireHost);
        String names = hosts.stream()
                .map(host -> (ExternalAddress.ip(host).isPresent() ? "ip:" : "dns:") + host)
                .collect(Collectors.joining(","));
        return inScratch(keys -> {
            keys.save(this);
            keytool(
                    keys,
                    SERVER,
                    SERVER_DAYS,
                    List.of(
                            "-signer",
                            AUTHORITY,
                            "-dname",
                            "CN=" + hosts.getFirst(),
                            "-ext",
                            "san=" + names,
                            "-ext",
                            "ku:c=digitalSignature",
                            "-ext",
                            "eku=serverAuth"));
            // the consumers have the authority's own certificate already
            ServerCertificate made = keys.entry(SERVER);
            return new ServerCertificate(made.key(), made.chain().subList(0, 1));
        });
    }

    /** What consumers are given. */
    public String certificatePem() {
        return ServerCertificate.pem(List.of(certificate));
    }

    /** Key and certificate, to be kept from everybody. */
    public String keyStore() {
        return new ServerCertificate(key, List.of(certificate)).keyStore();
    }

    // the JDK makes certificates with this tool only
    private static void keytool(Keys keys, String alias, int days, List<String> more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(KEY);
        command.addAll(List.of("-alias", alias, "-validity", Integer.toString(days), "-startdate", SINCE));
        command.addAll(List.of("-keystore", keys.file().toString(), "-storetype", STORE_TYPE));
        // not on the command line, which other users see
        command.addAll(List.of("-storepass:file", keys.passwordFile().toString()));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new Refused("keytool could not make the certificate: " + said.strip());
        }
    }

    private static <T> T inScratch(Work<T> work) {
        try {
            // readable by its owner only
            Path scratch = Files.createTempDirectory("casewire-certificate");
            try {
                return work.with(Keys.in(scratch));
            } finally {
                try (Stream<Path> files = Files.list(scratch)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(scratch);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new Refused("the certificate could not be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }

    private interface Work<T> {
        T with(Keys keys) throws IOException, GeneralSecurityException, InterruptedException;
    }

    /** The key store that {@code keytool} works on, with a password for as long as it is there. */
    private record Keys(Path file, Path passwordFile, String secret) {
        private static final int PASSWORD_BYTES = 24;

        static Keys in(Path folder) throws IOException {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            String secret = Base64.getUrlEncoder().encodeToString(random);
            Path passwordFile = Files.writeString(folder.resolve("password"), secret);
            return new Keys(folder.resolve("keys.p12"), passwordFile, secret);
        }

        void save(CertificateAuthority authority) throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance(STORE_TYPE);
            store.load(null, null);
            store.setKeyEntry(AUTHORITY, authority.key, password(), new Certificate[] {authority.certificate});
            try (var out = Files.newOutputStream(file)) {
                store.store(out, password());
            }
        }

        ServerCertificate entry(String alias) throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance(file.toFile(), password());
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : store.getCertificateChain(alias)) {
                chain.add((X509Certificate) certificate);
            }
            return new ServerCertificate((PrivateKey) store.getKey(alias, password()), chain);
        }

        private char[] password() {
            return secret.toCharArray();
        }
    }
}
