package io.casewire.notify.delivery.channel;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.notify.subscription.Channel;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the link proves that signs for a message: that its reader has the message. It follows from the delivery and from what only we and
 * the receiver's channel know, so that it is the same at every attempt and nothing is stored for it.
 *
 * @param proof 128 bits of an HMAC in hexadecimal
 */
public record ReceiptToken(DeliveryId delivery, String proof) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int PROOF_BYTES = 16;

    /** Of a message over that channel; empty for a webhook, whose answer says that it was taken. */
    public static Optional<ReceiptToken> of(DeliveryId delivery, Channel channel) {
        return switch (channel) {
            case Channel.Webhook _ -> Optional.empty();
            case Channel.Email email -> Optional.of(new ReceiptToken(delivery, proof(delivery, email.key())));
            case Channel.Robot robot -> Optional.of(new ReceiptToken(delivery, proof(delivery, robot.url())));
        };
    }

    /** What a link held; empty for what is none. */
    public static Optional<ReceiptToken> read(String text) {
        int end = text.indexOf('_');
        try {
            return end < 0
                    ? Optional.empty()
                    : Optional.of(new ReceiptToken(new DeliveryId(text.substring(0, end)), text.substring(end + 1)));
        } catch (IllegalArgumentException noDelivery) {
            return Optional.empty();
        }
    }

    /** Whether the message went over that channel. */
    public boolean isOf(Channel channel) {
        return of(delivery, channel)
                .filter(own -> MessageDigest.isEqual(
                        own.proof.getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** As it stands in the link. */
    String text() {
        return delivery.value() + "_" + proof;
    }

    private static String proof(DeliveryId delivery, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] whole = mac.doFinal(("receipt " + delivery.value()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, PROOF_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return delivery.value();
    }
}
