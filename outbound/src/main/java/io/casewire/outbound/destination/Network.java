package io.casewire.outbound.destination;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A network in CIDR form, IPv4 or IPv6.
 *
 * @param base first address, 4 or 16 bytes, as a number
 * @param prefix length in bits
 * @param family 4 or 16: bytes of an address
 * @param text as written, for messages
 */
record Network(BigInteger base, int prefix, int family, String text) {

    /**
     * Reads {@code 10.0.0.0/8} or {@code fc00::/7}.
     *
     * @throws IllegalArgumentException for anything else, bits set beyond the prefix included
     */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        byte[] bytes = slash < 0 ? null : NetUtil.createByteArrayFromIpAddressString(text.substring(0, slash));
        if (bytes == null || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("Not a network in CIDR form: '" + text + "'");
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        BigInteger base = new BigInteger(1, bytes);
        if (prefix > bytes.length * 8 || (base.signum() > 0 && base.getLowestSetBit() < bytes.length * 8 - prefix)) {
            throw new IllegalArgumentException("'" + text + "' has bits beyond its prefix");
        }
        return new Network(base, prefix, bytes.length, text);
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        int below = family * 8 - prefix;
        return bytes.length == family
                && new BigInteger(1, bytes).shiftRight(below).equals(base.shiftRight(below));
    }
}
