package io.casewire.outbound.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision alone, with a name server of our own: nothing here opens a socket. */
class DestinationsTests {
    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.168.1.1",
                "192.175.48.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::8.8.8.8",
                "::ffff:127.0.0.1",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:808:808::1",
                "2620:4f:8000::1",
                "3ffe::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesWhatIsNotPublicHoweverTheNameServerSpellsIt(String address) {
        Destinations destinations = destinations(List.of(), Map.of("hook.example", List.of(address)));

        if (!address.startsWith("::ffff:8.8.")) {
            assertThatExceptionOfType(DestinationRefused.class)
                    .isThrownBy(() -> destinations.check("https://hook.example/in"))
                    .withMessageContaining("not public");
        }
        String literal = address.indexOf(':') < 0 ? address : "[" + address + "]";
        assertThatExceptionOfType(DestinationRefused.class)
                .isThrownBy(() -> destinations.check("https://" + literal + "/in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "2001:200::1",
                "2003::1",
                "2400:3200::1",
                "2606:4700:4700::1111"
            })
    void letsPublicAddressesThrough(String address) throws UnknownHostException {
        Destinations destinations = destinations(List.of(), Map.of("hook.example", List.of(address)));

        assertThat(destinations.address("hook.example")).isEqualTo(ip(address));
        assertThat(destinations.address(address)).isEqualTo(ip(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://0177.0.0.1/",
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://2130706433/",
                "https://017700000001/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.1./",
                "https://127.0.0.01/",
                "https://008.8.8.8/",
                "https://8.8.8.8./",
                "https://8.8.8.08/",
                "https://8.8.8/",
                "https://8.8.8.8.8/",
                "https://8.8.8.256/",
                "https://１２７.0.0.1/",
                "https://8。8。8。8/",
                "https://hook.0x1/",
                "https://[::ffff:8.8.8.8]/",
                "https://[::ffff:808:808]/",
                "https://[2606:4700:4700:0:0:0:0:1111]/",
                "https://[2606:4700:4700::1111%25eth0]/",
                "https://[2606:4700:4700::1111%eth0]/",
                "https://[fe80::1%1]/",
                "https://[::1]/",
                "https://[2606:4700:4700::1111/",
                "https://2606:4700:4700::1111/",
                "https://user@hook.example/",
                "https://user:word@hook.example/",
                "https://hook.example@127.0.0.1/",
                "https://hook.example:443@127.0.0.1/",
                "https://hook.example\\@127.0.0.1/",
                "https://hook.example#@127.0.0.1/",
                "https://hook.example/#part",
                "https://hook.example /",
                "https://hook.example\t/",
                "https://hook.example\n/",
                "https://hook.example:/",
                "https://hook.example:0/",
                "https://hook.example:00443/",
                "https://hook.example:+443/",
                "https://hook.example:65536/",
                "https://hook.example:99999999999/",
                "https://hook.example:x/",
                "https://hook..example/",
                "https://hook.example../",
                "https://.hook.example/",
                "https://-hook.example/",
                "https://hook_/%zz",
                "https://hook%2eexample/",
                "https:///in",
                "https://",
                "https:hook.example",
                "//hook.example/",
                "hook.example",
                "ftp://hook.example/",
                "file:///etc/passwd",
                "gopher://hook.example/",
                "jar:https://hook.example/!/",
                "http://hook.example/",
                ""
            })
    void refusesUrlsThatReadersDisagreeAboutWithoutAskingTheNameServer(String url) {
        Destinations destinations = destinations(List.of(), Map.of());

        assertThatExceptionOfType(DestinationRefused.class).isThrownBy(() -> destinations.check(url));
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://hook.example, https://hook.example/, hook.example, 443",
        "https://hook.example?x=1, https://hook.example/?x=1, hook.example, 443",
        "HTTPS://Hook.Example/In?Q=a%20b, https://hook.example/In?Q=a%20b, hook.example, 443",
        "https://hook.example./in, https://hook.example/in, hook.example, 443",
        "https://hook.example:8443/in, https://hook.example:8443/in, hook.example, 8443",
        "https://hook.example:443/in, https://hook.example/in, hook.example, 443",
        "https://海关.example/收件, https://xn--d6qv69d.example/%E6%94%B6%E4%BB%B6, xn--d6qv69d.example, 443",
        "https://1.1.1.1:8080/in, https://1.1.1.1:8080/in, 1.1.1.1, 8080",
        "https://[2606:4700:4700::1111]/in, https://[2606:4700:4700::1111]/in, 2606:4700:4700::1111, 443"
    })
    void keepsOneFormOfAUrl(String url, String canonical, String host, int port) {
        Endpoint endpoint = destinations(List.of(), Map.of()).parse(url);

        assertThat(endpoint.uri()).hasToString(canonical);
        assertThat(endpoint.host()).isEqualTo(host);
        assertThat(endpoint.port()).isEqualTo(port);
    }

    @Test
    void refusesANameWithOneForbiddenAddressAmongPublicOnes() {
        Destinations destinations = destinations(List.of(), Map.of("hook.example", List.of("8.8.8.8", "10.0.0.1")));

        assertThatExceptionOfType(DestinationRefused.class)
                .isThrownBy(() -> destinations.check("https://hook.example/"));
    }

    @Test
    void saysThatAHostIsUnknownWhenItIsNamed() {
        assertThatExceptionOfType(DestinationRefused.class)
                .isThrownBy(() -> destinations(List.of(), Map.of()).check("https://hook.example/"))
                .withMessageContaining("hook.example");
    }

    @Test
    void permitsWhatTheOperatorAllowsAndNothingBesideIt() throws UnknownHostException {
        Destinations destinations = destinations(List.of("127.0.0.1/32", "10.20.0.0/16", "fd00:20::/32"), Map.of());

        assertThat(destinations.address("127.0.0.1")).isEqualTo(ip("127.0.0.1"));
        assertThat(destinations.address("10.20.255.1")).isEqualTo(ip("10.20.255.1"));
        assertThat(destinations.address("fd00:20::1")).isEqualTo(ip("fd00:20::1"));
        for (String beside : List.of("127.0.0.2", "10.21.0.1", "10.19.255.255", "fd00:21::1", "::1")) {
            assertThatExceptionOfType(DestinationRefused.class).isThrownBy(() -> destinations.address(beside));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void doesNotStartWithAnAllowedNetworkThatIsNone() {
        for (String wrong : List.of("10.0.0.0", "10.0.0.1/8", "10.0.0.0/33", "example/8", "/8", "10.0.0.0/-1")) {
            assertThatIllegalArgumentException().isThrownBy(() -> destinations(List.of(wrong), Map.of()));
        }
    }

    @Test
    void takesPlainHttpOnlyWhereItIsSwitchedOn() {
        Destinations open = new Destinations(List.of(), true, names(Map.of()));

        assertThat(open.parse("http://hook.example/in").key()).isEqualTo("http://hook.example");
    }

    @Test
    void showsNoPathOrQueryOfAnEndpoint() {
        assertThat(destinations(List.of(), Map.of()).parse("https://hook.example/secret?token=x"))
                .hasToString("https://hook.example");
    }

    private Destinations destinations(List<String> allowed, Map<String, List<String>> names) {
        return new Destinations(allowed, false, names(names));
    }

    private NameResolver names(Map<String, List<String>> names) {
        return host -> {
            asked.add(host);
            List<String> addresses = names.get(host);
            if (addresses == null) {
                throw new UnknownHostException(host);
            }
            return addresses.stream().map(DestinationsTests::ip).toList();
        };
    }

    private static InetAddress ip(String text) {
        return InetAddress.ofLiteral(text);
    }
}
