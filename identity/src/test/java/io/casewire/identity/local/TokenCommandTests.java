package io.casewire.identity.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTests {
    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsTheTokenAndNothingElse() throws ParseException {
        assertThat(run("--role publisher,region --role operator --region 310000 --agency 上海海关 --subject li --ttl 2h"))
                .isZero();
        assertThat(text(err)).isEmpty();
        assertThat(text(out)).endsWith(System.lineSeparator());
        JWTClaimsSet claims = SignedJWT.parse(text(out).strip()).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("casewire-local");
        assertThat(claims.getAudience()).containsExactly("casewire");
        assertThat(claims.getSubject()).isEqualTo("li");
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("publisher", "region", "operator"));
        assertThat(claims.getStringClaim("region")).isEqualTo("310000");
        assertThat(claims.getStringClaim("agency")).isEqualTo("上海海关");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(life(claims)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void subjectIsTheRoleAndLifeTwelveHoursUnlessSaid() throws ParseException {
        run("--role=reader");
        JWTClaimsSet claims = SignedJWT.parse(text(out).strip()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("reader");
        assertThat(life(claims)).isEqualTo(Duration.ofHours(12));
        assertThat(claims.getClaims()).doesNotContainKeys("region", "agency");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | Say for which role",
                "--role king                       | the roles are reader, publisher, region, coordinator, agency, operator.",
                "--role Operator                   | There is no role \"Operator\"",
                "--role reader,                    | There is no role \"\"",
                "--role region                     | needs --region CODE",
                "--role region --region Shanghai   | six digits",
                "--role region --region ３１００００ | six digits",
                "--role agency                     | needs --agency NAME",
                "--role reader --ttl forever       | --ttl takes",
                "--role reader --ttl 0s            | between 1 second and 366 days",
                "--role reader --ttl 9999d         | between 1 second and 366 days",
                "--role reader --ttl               | --ttl takes",
                "--role reader --subject           | --subject needs a value",
                "--role reader --colour red        | There is no option --colour",
                "reader                            | Not understood: reader"
            })
    void misuseGetsASentenceAndNoToken(String line, String sentence) {
        assertThat(run(line)).isEqualTo(TokenCommand.WRONG_USE);
        assertThat(text(err)).contains(sentence);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void dataDirectoryMustBeSaid() {
        assertThat(TokenCommand.run(new String[] {"--role", "reader"}, stream(out), stream(err)))
                .isEqualTo(TokenCommand.WRONG_USE);
        assertThat(text(err)).contains("--data DIR");
    }

    @Test
    void keysOpenToOthersStopTheCommand() throws IOException {
        run("--role reader");
        out.reset();
        Files.setPosixFilePermissions(
                data.resolve("identity/signing-key.json"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("--role reader")).isEqualTo(TokenCommand.NO_KEYS);
        assertThat(text(err)).contains("chmod 600");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void helpNamesEveryRole() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).contains("reader, publisher, region, coordinator, agency, operator");
        assertThat(data.resolve("identity")).doesNotExist();
    }

    private int run(String line) {
        String all = ("--data " + data + " " + line).strip();
        return TokenCommand.run(all.split(" +", -1), stream(out), stream(err));
    }

    private static Duration life(JWTClaimsSet claims) {
        return Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
