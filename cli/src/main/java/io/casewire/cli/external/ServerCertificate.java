package io.casewire.cli.external;

import io.casewire.cli.connect.Refused;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * What the broker shows to who connects from outside.
 *
 * @param key of the first certificate
 * @param chain the broker's certificate, then those that vouch for it
 */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    public ServerCertificate {
        chain = List.copyOf(chain);
    }

    /** Key (PKCS #8) and chain in one file, as Kafka reads a key store of type PEM. */
    public String keyStore() {
        return pem("PRIVATE KEY", key.getEncoded()) + pem(chain);
    }

    /** Certificates one after the other. */
    static String pem(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                text.append(pem("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new Refused("a certificate cannot be written: " + e.getMessage(), e);
            }
        }
        return text.toString();
    }

    static String pem(String label, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, LINES.encodeToString(content));
    }
}
