package io.casewire.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.conformance.RawHttp;
import io.casewire.conformance.RawHttp.Answer;
import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever is wrong with a request, wherever it is noticed: the refusal is a problem document. */
@Timeout(240)
@ExtendWith(OutputCaptureExtension.class)
class RefusalTests {
    private static final String CASES = "/api/catalog/v1/cases";
    private static Backend backend;
    private static RunningConsole console;

    @BeforeAll
    static void start() {
        backend = Backend.start().json("/", "{}");
        console = RunningConsole.before(backend.address());
    }

    @AfterAll
    static void stop() {
        console.close();
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CASES + "?q=通关",
                CASES + "?q=[",
                CASES + "?q=]",
                CASES + "?q={",
                CASES + "?q=}",
                CASES + "?q=|",
                CASES + "?q=\\",
                CASES + "?q=^",
                CASES + "?q=`",
                CASES + "?q=<",
                CASES + "?q=\"",
                CASES + "?q=\u0001",
                CASES + "?q=\u0000",
                CASES + "?q=\u007f",
                CASES + "/通关",
                CASES + "/[",
                CASES + "/{",
                CASES + "/a\\b",
                "/通关",
                "/a|b",
            })
    void aCharacterThatMustBeEscapedIsRefusedWithHowToWriteIt(String target) throws IOException {
        Answer answer = get(target);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().get("type").asString()).endsWith(":invalid-address");
        assertThat(answer.problem().get("detail").asString()).contains("%E9%80%9A%E5%85%B3", "--data-urlencode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?q=%ff",
                "?q=a&b=%E9%80",
                "?q=%C0%AE",
                "?q=%ED%A0%80",
                "?%ff=a",
                "?q=%zz",
                "?q=%",
                "?q=%4",
                "?q=%%41",
                "?q=a%00b",
                "/%ff",
                "/%C0%AE%C0%AE",
                "/%zz",
                "/a%",
                "/a%00b",
            })
    void anEscapeThatIsNoCharacterIsRefused(String rest) throws IOException {
        for (String path : new String[] {CASES, "/x"}) {
            Answer answer = get(path + rest);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.problem().get("type").asString()).as(path).endsWith(":invalid-address");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../x", "//x", "/x;a=b", "/a%2fb", "/a%5cb", "/%2e%2e/x", CASES + "/.."})
    void anAddressThatTwoServersMightReadDifferentlyIsRefused(String target) throws IOException {
        Answer answer = get(target);
        assertThat(answer.status()).isIn(400, 404);
        answer.problem();
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 9_000, 27_000, 60_000, 200_000})
    void anAddressThatIsTooLongIsRefusedInOneLineOfLog(int length, CapturedOutput output) throws IOException {
        int before = output.getAll().length();
        Answer answer = get(CASES + "?q=" + "a".repeat(length));
        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.problem().get("type").asString()).endsWith(":address-too-long");
        assertThat(answer.problem().get("detail").asString()).contains("8000");
        assertThat(output.getAll().substring(before).lines()).hasSizeLessThanOrEqualTo(1);
    }

    /** Each was met by a matcher that recursed once a character. */
    @ParameterizedTest
    @MethodSource
    void anAddressOfAnyKindWithinTheBoundIsReadWithoutDepth(String target) throws IOException {
        assertThat(get(target).status()).isEqualTo(200);
    }

    static Stream<String> anAddressOfAnyKindWithinTheBoundIsReadWithoutDepth() {
        return Stream.of(
                CASES + "?q=" + "a".repeat(7_900),
                CASES + "?q=" + "%E9%80%9A".repeat(870),
                CASES + "/" + "a".repeat(7_900),
                CASES + "/a".repeat(370).concat("/b".repeat(3_000)),
                CASES + "?" + "a=b&".repeat(1_900));
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws IOException {
        for (String headers : new String[] {"X: " + "a".repeat(70_000) + "\r\n", "X: a\r\n".repeat(500)}) {
            Answer answer = raw("GET " + CASES + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
            assertThat(answer.status()).isEqualTo(431);
            assertThat(answer.problem().get("type").asString()).endsWith(":headers-too-large");
        }
    }

    static Stream<Arguments> requestsThatAreNoneOfHttp() {
        return Stream.of(
                Arguments.of("G@T / HTTP/1.1\r\nHost: x\r\n\r\n", 400),
                Arguments.of("GET / HTTP/9.9\r\nHost: x\r\n\r\n", 505),
                Arguments.of("GET / HTPP/1.1\r\nHost: x\r\n\r\n", 505),
                Arguments.of("GET / HTTP/1.1\r\n\r\n", 400),
                Arguments.of("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400),
                Arguments.of("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
                Arguments.of("GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400),
                Arguments.of("GET / HTTP/1.1\r\nHost: x\r\nName : a\r\n\r\n", 400),
                Arguments.of("GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n", 400),
                Arguments.of("POST " + CASES + " HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n", 400),
                Arguments.of(
                        "POST " + CASES + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
                        400),
                Arguments.of("POST " + CASES + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: odd\r\n\r\n", 501),
                Arguments.of("TRACE " + CASES + " HTTP/1.1\r\nHost: x\r\n\r\n", 405),
                Arguments.of("CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n", 501),
                Arguments.of("FOO " + CASES + " HTTP/1.1\r\nHost: x\r\n\r\n", 501),
                Arguments.of("get " + CASES + " HTTP/1.1\r\nHost: x\r\n\r\n", 501),
                Arguments.of("DELETE / HTTP/1.1\r\nHost: x\r\n\r\n", 405));
    }

    @ParameterizedTest
    @MethodSource("requestsThatAreNoneOfHttp")
    void aRequestThatIsNotHttpIsRefused(String request, int status) throws IOException {
        Answer answer = raw(request);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        answer.problem();
    }

    @Test
    void noiseIsRefused() throws IOException {
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        hello.write(new byte[] {0x16, 0x03, 0x01, 0x00, 0x7a, 0x01, 0x00, 0x00, 0x76, 0x03, 0x03});
        hello.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        RawHttp.send(console.port(), hello.toByteArray()).problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "nonsense", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "*/*"})
    void itIsAProblemDocumentWhateverTheClientWouldRatherHave(String accept) throws IOException {
        for (String target : new String[] {CASES + "?q=%ff", "/nothing", "/api/none/v1/x", "/actuator/env"}) {
            raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: " + accept + "\r\n\r\n")
                    .problem();
        }
    }

    @Test
    void aRefusalTellsNothingOfTheServerAndIsNotGuessedAt() throws IOException {
        for (String target :
                new String[] {CASES + "?q=[", CASES + "?q=%ff", CASES + "?q=" + "a".repeat(9_000), "/a%2fb"}) {
            Answer answer = get(target);
            assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
            assertThat(answer.headers()).containsEntry("x-content-type-options", "nosniff");
            assertThat(answer.headers()).containsEntry("cache-control", "no-store");
            assertThat(answer.body()).doesNotContain("Tomcat", "tomcat", "java.", "Exception", "<html");
        }
    }

    private static Answer get(String target) throws IOException {
        return raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    private static Answer raw(String request) throws IOException {
        return RawHttp.send(console.port(), request);
    }
}
