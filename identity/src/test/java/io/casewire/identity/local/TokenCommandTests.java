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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void rolesThatOnlyReadNeedNoSubjectAndLifeIsTwelveHoursUnlessSaid() throws ParseException {
        run("--role=reader,auditor");
        JWTClaimsSet claims = SignedJWT.parse(text(out).strip()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("reader");
        assertThat(life(claims)).isEqualTo(Duration.ofHours(12));
        assertThat(claims.getClaims()).doesNotContainKeys("region", "agency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--role publisher",
                "--role region --region 430000",
                "--role coordinator",
                "--role agency --agency 长沙海关",
                "--role operator",
                "--role reader,publisher"
            })
    void rolesThatWriteNeedASubject(String line) {
        assertThat(run(line)).isEqualTo(TokenCommand.WRONG_USE);
        assertThat(text(err)).contains("--subject NAME, a person or a system");
        assertThat(text(out)).isEmpty();
        assertThat(data.resolve("identity")).doesNotExist();
    }

    @Test
    void namesArriveInTheirOneSpellingOrNotAtAll() throws ParseException {
        assertThat(run("--role", "agency", "--agency", "\u3000海关（长沙） ", "--subject", "ＬＩ"))
                .isZero();
        JWTClaimsSet claims = SignedJWT.parse(text(out).strip()).getJWTClaimsSet();
        assertThat(claims.getStringClaim("agency")).isEqualTo("海关(长沙)");
        assertThat(claims.getSubject()).isEqualTo("LI");
        out.reset();
        // what a JVM in the C locale makes of 长沙海关
        String lost = "\uFFFD".repeat(12);
        assertThat(run("--role", "agency", "--agency", lost, "--subject", "li")).isEqualTo(TokenCommand.WRONG_USE);
        assertThat(text(err)).contains("The agency holds U+FFFD");
        err.reset();
        assertThat(run("--role", "operator", "--subject", lost)).isEqualTo(TokenCommand.WRONG_USE);
        assertThat(text(err)).contains("The subject holds U+FFFD");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void tokensGivenOutAreListedWithoutTheTokens() throws ParseException {
        run("--role region --region 430000 --subject li --ttl 2h");
        String token = text(out).strip();
        out.reset();
        run("--role agency --agency 长沙海关 --subject wang");
        out.reset();
        assertThat(run("list")).isZero();
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(text(out).lines().skip(1).map(line -> line.split("\t", -1)))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .containsExactly(
                                        claims.getJWTID(),
                                        "li",
                                        "region",
                                        "430000",
                                        "-",
                                        claims.getIssueTime().toInstant().toString(),
                                        claims.getExpirationTime().toInstant().toString(),
                                        "good"),
                        line -> assertThat(line).contains("wang", "agency", "长沙海关", "good"));
        assertThat(text(out)).doesNotContain(token.substring(token.lastIndexOf('.') + 1));
    }

    @Test
    void revokedTokensAreListedAsSuchAndTheirSubjectCanBeGivenNewOnes() throws ParseException {
        run("--role operator --subject li");
        out.reset();
        run("--role operator --subject wang");
        String id = SignedJWT.parse(text(out).strip()).getJWTClaimsSet().getJWTID();
        out.reset();
        assertThat(run("revoke --subject li")).isZero();
        assertThat(text(out)).contains("li, operator", "within 2 seconds");
        assertThat(run("revoke", id)).isZero();
        out.reset();
        run("--role operator --subject li");
        out.reset();
        run("list");
        assertThat(text(out).lines().skip(1).map(line -> line.split("\t", -1)[1] + " " + line.split("\t", -1)[7]))
                .containsExactly("li revoked", "wang revoked", "li good");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void revokingWhatWasNotGivenOutHereIsSaid() {
        run("--role reader");
        assertThat(run("revoke 7c0f")).isZero();
        assertThat(text(err)).contains("7c0f", "revoked all the same");
        err.reset();
        assertThat(run("revoke --subject nobody")).isZero();
        assertThat(text(err)).contains("revoked all the same");
    }

    @Test
    void revokingWhereThereAreNoKeysIsRefused() {
        assertThat(run("revoke --subject li")).isEqualTo(TokenCommand.NO_KEYS);
        assertThat(text(err)).contains("no keys in");
        assertThat(data.resolve("identity")).doesNotExist();
    }

    @Test
    void damagedListOfRevokedTokensIsNotWrittenOver() throws IOException {
        run("--role reader");
        Path list = data.resolve("identity/revoked/tokens.json");
        Files.writeString(list, "{\"revoked\":[{");
        assertThat(run("revoke --subject li")).isEqualTo(TokenCommand.NO_KEYS);
        assertThat(text(err)).contains("tokens.json cannot be read");
        assertThat(list).hasContent("{\"revoked\":[{");
    }

    @Test
    void aLineOfTheRegisterThatWasCutOffSpoilsNoOther() throws IOException {
        run("--role reader");
        Path register = data.resolve("identity/issued.ndjson");
        String line = Files.readString(register);
        Files.writeString(register, line + line.substring(0, 40));
        out.reset();
        run("--role reader");
        out.reset();
        assertThat(run("list")).isZero();
        assertThat(text(out).lines()).hasSize(3);
        assertThat(text(err)).contains("1 lines of", "cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | Say for which role",
                "--role king                       | The roles are reader, publisher, region, coordinator, agency, auditor, operator.",
                "--role Operator                   | There is no role \"Operator\". Did you mean operator?",
                "--role reader --subjekt li        | There is no option --subjekt. Did you mean --subject?",
                "--role reader,                    | There is no role \"\"",
                "--role region                     | needs --region CODE",
                "--role region --subject a --region Shanghai   | six digits",
                "--role region --subject a --region ３１００００ | six digits",
                "--role agency                     | needs --agency NAME",
                "--role reader --ttl forever       | --ttl takes",
                "--role reader --ttl 0s            | between 1 second and 366 days",
                "--role reader --ttl 9999d         | between 1 second and 366 days",
                "--role reader --ttl               | --ttl takes",
                "--role reader --subject           | --subject needs a value",
                "--role reader --colour red        | There is no option --colour",
                "--role reader --all               | --all does not belong to casewire token",
                "--role reader --issued-before 1   | --issued-before does not belong",
                "--role reader --subject a --subject b | --subject is given twice",
                "reader                            | Not understood: reader",
                "list revoke                       | Not understood: revoke",
                "list --role reader                | --role does not belong to casewire token list",
                "revoke                            | Say which tokens",
                "revoke abc --subject li           | Say which tokens",
                "revoke --subject li --ttl 1h      | --ttl does not belong to casewire token revoke",
                "revoke --issued-before yesterday  | takes a time with its offset",
                "revoke --issued-before 2026-11-29 | takes a time with its offset"
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
        assertThat(text(out)).contains("reader, publisher, region, coordinator, agency, auditor, operator");
        assertThat(data.resolve("identity")).doesNotExist();
    }

    @Test
    void loginPrintsALinkWhoseCodeStandsForARegisteredSession() throws IOException, ParseException {
        assertThat(run("login --role region --region 430000 --subject 李明 --ttl 3h --url https://casewire.example/x/"))
                .isZero();
        String link = text(out).strip();
        assertThat(link).matches("https://casewire\\.example/x/#/sign-in\\?code=[A-Za-z0-9_-]{43}");
        assertThat(text(err)).contains("李明", "3 h", "10 minutes");
        String token = SignInCodes.in(data.resolve("identity"))
                .take(link.substring(link.indexOf('=') + 1), Instant.now())
                .orElseThrow();
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getStringClaim("sid")).isEqualTo(claims.getJWTID());
        assertThat(life(claims)).isEqualTo(Duration.ofHours(3));
        out.reset();
        run("list");
        assertThat(text(out))
                .contains(claims.getJWTID() + "\t李明\tregion\t430000")
                .contains("\tgood");
        run("--role region --region 430000 --subject 李明");
        Sessions.in(data.resolve("identity"), InstantSource.system()).endAllOf("李明");
        out.reset();
        run("list");
        assertThat(text(out).lines().skip(1).map(line -> line.replaceFirst(".*\t", "")))
                .as("the session and the token")
                .containsExactly("signed out", "good");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            login --role region --subject a | The role region needs --region CODE
            login --role operator | Say whom the token is for
            login --role reader --ttl 25h | A session lasts 1 to 24 hours.
            login --role reader --ttl 5m | A session lasts 1 to 24 hours.
            login --role reader --url ftp://x | --url takes the console's address
            login --role reader --url http://u:p@x | --url takes the console's address
            login --role reader --url http://x/#/y | --url takes the console's address
            login --role reader --all | --all does not belong to casewire token login.
            --role reader --url http://x | --url does not belong to casewire token.
            """)
    void whatIsNoLoginIsRefusedBeforeKeysAreTouched(String line, String sentence) {
        assertThat(run(line)).isEqualTo(TokenCommand.WRONG_USE);
        assertThat(text(err)).contains(sentence);
        assertThat(text(out)).isEmpty();
        assertThat(data.resolve("identity")).doesNotExist();
    }

    private int run(String line) {
        return run(line.isEmpty() ? new String[0] : line.split(" +", -1));
    }

    private int run(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "--data";
        all[1] = data.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return TokenCommand.run(all, stream(out), stream(err));
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
