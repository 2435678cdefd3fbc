package io.casewire.cli.external;

import io.casewire.cli.connect.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate the operator had made elsewhere: read and looked at before the broker refuses to start with it. */
public final class SuppliedCertificate {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");
    // RFC 5280, section 4.2.1.6: types of alternative names
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private SuppliedCertificate() {}

    /**
     * Reads certificate and key.
     *
     * @param chainFile PEM, the broker's certificate first
     * @param keyFile PEM, PKCS #8 without a passphrase
     * @param host has to be among the certificate's alternative names
     * @throws Refused with a sentence that says what is wrong with them
     */
    public static ServerCertificate read(Path chainFile, Path keyFile, String host) {
        List<X509Certificate> chain = certificates(chainFile);
        X509Certificate first = chain.getFirst();
        PrivateKey key = key(keyFile, first.getPublicKey());
        if (!belongs(key, first.getPublicKey())) {
            throw new Refused("the key in " + keyFile + " does not belong to the first certificate in " + chainFile);
        }
        if (first.getNotAfter().toInstant().isBefore(Instant.now())) {
            throw new Refused("the certificate in " + chainFile + " ended on "
                    + first.getNotAfter().toInstant());
        }
        if (!names(first).stream().anyMatch(name -> covers(name, host))) {
            throw new Refused("the certificate in %s is for %s, not for %s".formatted(chainFile, names(first), host));
        }
        return new ServerCertificate(key, chain);
    }

    /** All certificates of a PEM file as PEM, without anything that stands between them. */
    public static String authorities(Path file) {
        return ServerCertificate.pem(certificates(file));
    }

    /**
     * When the first certificate of a PEM file ends.
     *
     * @throws Refused when it cannot be read
     */
    public static Instant end(Path file) {
        return certificates(file).getFirst().getNotAfter().toInstant();
    }

    /** A key and its certificates in one file, as {@link ServerCertificate#keyStore} writes them. */
    static ServerCertificate keyStore(Path file) {
        List<X509Certificate> chain = certificates(file);
        return new ServerCertificate(key(file, chain.getFirst().getPublicKey()), chain);
    }

    /** All certificates of a PEM file, which may hold other things too; at least one. */
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            Matcher blocks = CERTIFICATE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (blocks.find()) {
                byte[] block = blocks.group().getBytes(StandardCharsets.US_ASCII);
                found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
            }
        } catch (IOException | CertificateException e) {
            throw new Refused("no certificates can be read from " + file + ": " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new Refused(file + " holds no certificate in PEM form");
        }
        return found;
    }

    private static PrivateKey key(Path file, PublicKey publicKey) {
        try {
            Matcher key = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (key.find()) {
                byte[] content = Base64.getMimeDecoder().decode(Objects.requireNonNull(key.group(1)));
                return KeyFactory.getInstance(publicKey.getAlgorithm())
                        .generatePrivate(new PKCS8EncodedKeySpec(content));
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new Refused("no key can be read from " + file + ": " + e.getMessage(), e);
        }
        throw new Refused(
                file + " holds no open PKCS #8 key; make one with: openssl pkcs8 -topk8 -nocrypt -in " + file);
    }

    private static boolean belongs(PrivateKey key, PublicKey publicKey) {
        String algorithm = publicKey instanceof RSAPublicKey
                ? "SHA256withRSA"
                : publicKey.getAlgorithm().equals("EC") ? "SHA256withECDSA" : publicKey.getAlgorithm();
        byte[] sample = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Hosts and addresses a certificate is for. */
    static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME)
                                    || name.getFirst().equals(IP_ADDRESS))
                            .map(name -> String.valueOf(name.getLast()).toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateException e) {
            return List.of();
        }
    }

    // a star stands for one label, RFC 9525
    private static boolean covers(String name, String host) {
        if (ExternalAddress.ip(host).isPresent()) {
            return ExternalAddress.ip(name).equals(ExternalAddress.ip(host));
        }
        int dot = host.indexOf('.');
        return name.equals(host) || (dot > 0 && name.equals("*" + host.substring(dot)));
    }
}
