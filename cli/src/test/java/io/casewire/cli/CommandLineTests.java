package io.casewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is not understood is refused by name, with what is near; nothing is done then. */
class CommandLineTests {
    private static final int WRONG_USE = 2;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bakcup                          | casewire: unknown command bakcup; did you mean backup",
                "dead-leters                     | did you mean dead-letters?",
                "--prot                          | casewire: unknown option --prot; there are --help, --version",
                "xyzzy                           | there are up, down, status, ingest, reparse, parse, token, login,"
                        + " backup, restore",
                "up --prot 1                     | casewire up: unknown option --prot; did you mean --port?",
                "up --port                       | missing required parameter for option '--port' (N)",
                "up --port x                     | a number from 0 to 65535, not x",
                "up --port 65536                 | a number from 0 to 65535, not 65536",
                "up now                          | one argument too many: now",
                "up --data                       | missing required parameter for option '--data' (DIR)",
                "down --dta x                    | did you mean --data?",
                "down now                        | one argument too many: now",
                "status --deta=x                 | unknown option --deta; did you mean --data?",
                "status all                      | one argument too many: all",
                "ingest                          | missing required parameter: 'FILE'",
                "ingest --backfil x              | did you mean --backfill?",
                "ingest /nowhere/at-all.txt      | no document at /nowhere/at-all.txt",
                "reparse --docment x             | did you mean --document?",
                "reparse now                     | one argument too many: now",
                "reparse --run x --detach        | --run follows a run that is there",
                "ingest --wacth x                | did you mean --watch?",
                "ingest --watch ../pom.xml       | --watch looks at folders; there is no folder ../pom.xml",
                "up --inbx x                     | did you mean --inbox?",
                "parse                           | missing required parameter: 'FILE'",
                "parse --reprot x                | did you mean --report?",
                "token --rol reader              | did you mean --role?",
                "token --role Reader             | Did you mean reader?",
                "token --role                    | missing required parameter for option '--role'",
                "token lst                       | unknown command lst; did you mean list?",
                "token list --role reader        | unknown option --role; there are --all, --data, --help",
                "token revoke --ttl 1h           | unknown option --ttl",
                "backup                          | missing required parameter: 'DIR'",
                "backup a b                      | one argument too many: b",
                "backup a --key x                | did you mean --keys?",
                "backup a --wait soon            | a number of seconds from 0 to 86400, not soon",
                "restore                         | missing required parameter: 'DIR'",
                "restore a --forse               | did you mean --force?",
                "restore a --force               | --force and --keys are for a deployment",
                "init                            | missing required parameter: 'DIR'",
                "init x --trial-stor             | did you mean --trial-store?",
                "init x --port 0                 | a number from 1 to 65535",
                "init x --external-address 10.0.0.1 | belongs to --external",
                "init x --external host --external-key key.pem | a certificate of your own is",
                "init x --inbox here             | a folder of the machine from its root, such as /srv/inbox",
                "consumer                        | missing required subcommand: add, list, remove",
                "consumer ad x                   | did you mean add?",
                "consumer add                    | missing required parameter: 'NAME'",
                "consumer add x --ledgr          | did you mean --ledger?",
                "consumer add CASE --kafka 127.0.0.1:1 --folder x | a consumer's name is of a-z",
                "consumer remove                 | missing required parameter: 'NAME'",
                "certificate --foldr x           | did you mean --folder?",
                "continuity acept all            | did you mean accept?",
                "continuity accept all           | missing required option: '--reason=TEXT'",
                "continuity accept --reason x    | missing required parameter: 'SERVICE'",
                "dead-letters                    | missing required subcommand: list, replay",
                "dead-letters replya x           | did you mean replay?",
                "dead-letters replay x           | a dead letter lies at TOPIC-dlt/PARTITION@OFFSET",
                "ledger verfy                    | did you mean verify?",
                "ledger verify --token-file x    | --token-file belongs to --url",
                "ledger verify --url http://127.0.0.1:1 | say who asks: --token-file FILE",
                "ledger                          | missing required subcommand: export, import, purge, verify",
                "ledger purge abc                | missing required option: '--reason=TEXT'",
                "ledger purge --reason x         | missing required parameter: 'SHA256'",
                "ledger purge --reason x abc     | a digest is 64 hexadecimal digits",
                "ledger exprot a.xlsx            | did you mean export?",
                "ledger export a.pdf             | a table is xlsx or csv",
                "ledger export a.csv --token-file x | --token-file belongs to --url",
                "ledger import /nowhere.xlsx     | no table at /nowhere.xlsx",
                "topics casewire.task            | one argument too many: casewire.task",
                "topics --jsn                    | did you mean --json?",
                "tail casewire.case.trad         | there is no topic casewire.case.trad; did you mean casewire.case.trade",
                "tail --kind case.publishd       | there is no kind of event case.publishd; did you mean case.published",
                "tail --domain trad              | there is no domain trad; did you mean trade?",
                "tail --from begining            | did you mean beginning?",
                "tail --from yesterday           | --from is beginning, latest, an offset, a day like 2026-12-01",
                "tail --from 5                   | an offset is of one topic: name it",
                "tail --limit 0                  | --limit is 1 or more",
                "tail --limit x                  | invalid value for option '--limit'",
                "tail --clint x                  | did you mean --client?",
                "tail --client x --kafka a:1     | it goes with neither --kafka nor --kafka-config",
                "doctor --sever                  | unknown option --sever",
                "doctor --free nothing           | --free needs an address, a colon and a port",
                "broker                          | missing required parameter: 'SERVER.PROPERTIES'",
                "trial-store x                   | missing required parameter: 'PORT'",
                "setup                           | missing required parameter: 'SECRETS-DIRECTORY'",
                "train                           | missing required parameter",
                "probe                           | missing required parameter: 'URL'",
            })
    void whatIsNotUnderstoodIsRefusedByName(String line, String sentence) {
        Tool refused = Tool.run(line.split(" +"));

        assertThat(refused.said()).contains(sentence).contains("--help");
        assertThat(refused.status()).as(refused.said()).isEqualTo(WRONG_USE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "down",
                "status",
                "ingest",
                "reparse",
                "parse",
                "token",
                "token issue",
                "token list",
                "token revoke",
                "login",
                "backup",
                "restore",
                "init",
                "consumer",
                "consumer add",
                "consumer remove",
                "consumer list",
                "certificate",
                "continuity",
                "continuity accept",
                "dead-letters",
                "dead-letters list",
                "dead-letters replay",
                "ledger",
                "ledger verify",
                "ledger export",
                "ledger import",
                "ledger purge",
                "topics",
                "tail",
                "doctor",
                "broker",
                "trial-store",
                "setup",
                "train",
                "probe"
            })
    void everyVerbExplainsItself(String verb) {
        Tool asked = Tool.run((verb + " --help").split(" "));

        assertThat(asked.status()).as(asked.said()).isZero();
        assertThat(asked.said()).startsWith("Usage: casewire " + verb).contains("-h, --help");
        assertThat(Tool.run(("help " + verb).split(" ")).said()).isEqualTo(asked.said());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        310001 | there is no region 310001; did you mean 310000
        长沙   | there is no region 长沙; did you mean 430100
        nowhere | there is no region nowhere
        """)
    void aTokenIsForARegionThatIs(String region, String sentence, @TempDir Path data) {
        Tool asked =
                Tool.run("token", "--data", data.toString(), "--role", "region", "--subject", "a", "--region", region);

        assertThat(asked.status()).isEqualTo(WRONG_USE);
        assertThat(asked.said()).contains(sentence);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void loginPrintsALinkToTheConsoleAndItsSessionIsListed(@TempDir Path data) {
        String folder = data.toString();
        Tool login =
                Tool.run("login", "--data", folder, "--role=region", "--region=430000", "--subject=李明", "--hours=3");
        assertThat(login.status()).as(login.said()).isZero();
        assertThat(login.said()).containsPattern("http://127\\.0\\.0\\.1:8080/#/sign-in\\?code=[\\w-]{43}\\R");
        assertThat(Tool.run("token", "list", "--data", folder).said()).contains("李明\tregion\t430000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --role region --subject a                     | The role region needs --region CODE
        --role region --subject a --region 310001     | there is no region 310001; did you mean 310000
        --role operator                               | Say whom the token is for
        --role reader --hours 25                      | A session lasts 1 to 24 hours.
        --role reader --hours 0                       | A session lasts 1 to 24 hours.
        --role reader --hours -3                      | A session lasts 1 to 24 hours.
        --role reader --hours x                       | --hours
        --role reader --ttl 3h                        | --ttl
        --role reader --url casewire                  | --url takes the console's address
        """)
    void whatIsNoLoginIsRefused(String line, String sentence, @TempDir Path data) {
        Tool asked = Tool.run(("login --data " + data + " " + line).split(" +"));
        assertThat(asked.status()).as(asked.said()).isEqualTo(WRONG_USE);
        assertThat(asked.said()).contains(sentence);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void withoutAWordAllVerbsAreShownButThoseOfImages() {
        Tool nothing = Tool.run();

        assertThat(nothing.status()).isZero();
        assertThat(nothing.said())
                .contains("up ", "parse ", "doctor ", "CASEWIRE_AOT")
                .doesNotContain("trial-store");
        assertThat(Tool.run("--help").said()).isEqualTo(nothing.said());
    }

    @Test
    void everyVerbHasItsClass() {
        assertThat(Verbs.all()).contains("up", "doctor", "train").allSatisfy(verb -> assertThat(
                        new CommandLine(Verbs.command(verb, System.out, System.err)).getCommandName())
                .isEqualTo(verb));
    }

    @Test
    void whereNothingRunsIsSaid(@TempDir Path data) {
        assertThat(Tool.run("status", "--data", data.toString()).status()).isEqualTo(3);
        assertThat(Tool.run("down", "--data", data.toString()).said()).contains("Nothing runs on " + data);
        Tool letters = Tool.run("dead-letters", "list", "--data", data.toString());
        assertThat(letters.status()).isEqualTo(1);
        assertThat(letters.said()).contains("nothing runs on " + data);
        assertThat(Tool.run("dead-letters", "--data", data.toString(), "list").said())
                .isEqualTo(letters.said());
        Tool upload = Tool.run("ingest", "--data", data.toString(), "../samples/plan.txt");
        assertThat(upload.status()).isEqualTo(1);
        assertThat(upload.said()).contains("nothing runs on " + data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backup copy",
                "restore copy",
                "consumer add customs --ledger",
                "consumer list",
                "continuity",
                "continuity accept all --reason lost",
                "dead-letters list",
                "doctor"
            })
    void aDeploymentsFolderAnswersItself(String line, @TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve(".env"));
        Path command = Files.writeString(
                folder.resolve("casewire"), "#!/bin/sh\nprintf '%s\\n' \"$*\" >\"$(dirname \"$0\")/asked\"\nexit 7\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();

        assertThat(Tool.run((line + " --data " + folder).split(" ")).status()).isEqualTo(7);

        assertThat(folder.resolve("asked")).hasContent(line);
    }

    @Test
    void theDoctorOfAFolderIsThatOfTheFolder(@TempDir Path folder) throws Exception {
        assertThat(Tool.run("doctor", folder.toString()).said()).contains("holds no deployment");
        Files.createFile(folder.resolve(".env"));
        Path command = Files.writeString(folder.resolve("casewire"), "#!/bin/sh\n[ \"$*\" = doctor ] && exit 7\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();

        assertThat(Tool.run("doctor", folder.toString()).status()).isEqualTo(7);
    }
}
