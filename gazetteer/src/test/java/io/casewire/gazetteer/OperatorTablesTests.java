package io.casewire.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorTablesTests {
    private static final String ZONES =
            "recorded,id,name,official_name,province,founded,aliases,source,reason,withdrawn\n";
    private static final String AREAS =
            "recorded,id,code,zone,name,stems,plain_stems,place,from,source,reason,withdrawn\n";
    private static final String SETS = "recorded,id,name,aliases,definition,source,reason,withdrawn\n";
    private static final String MEMBERS = "recorded,set,member,from,until,source,reason,withdrawn\n";
    private static final String SHANXI =
            "2027-03-02,ftz-shanxi,山西自贸试验区,中国（山西）自由贸易试验区,140000,2027-03-01,晋自贸区,国函〔2027〕样号,新设,";
    private static final LocalDate BEFORE = LocalDate.parse("2027-02-28");
    private static final LocalDate AFTER = LocalDate.parse("2027-03-01");

    @TempDir
    private Path folder;

    @Test
    void addedZoneIsAMemberFromItsDayAndIsFoundInTextsWithItsAreas() throws IOException {
        write("zones.csv", ZONES + SHANXI);
        write(
                "areas.csv",
                AREAS + "2027-03-02,ftz-shanxi-taiyuan,149901,ftz-shanxi,太原片区,太原,,140100,2027-03-01,国函〔2027〕样号,新设,");

        Gazetteer gazetteer = Gazetteer.with(folder);

        assertThat(gazetteer.members("自贸试验区", BEFORE)).hasSize(23);
        assertThat(gazetteer.members("自贸试验区", AFTER))
                .hasSize(24)
                .extracting(Place::code)
                .contains("149900");
        assertThat(gazetteer.zones("中国（山西）自由贸易试验区太原片区")).extracting(Zone::id).containsExactly("ftz-shanxi");
        assertThat(gazetteer.areas("山西自贸试验区太原片区")).extracting(Area::code).containsExactly("149901");
        assertThat(gazetteer.zoneNamed("晋自贸区")).map(Zone::code).contains("149900");
        assertThat(Gazetteer.standard().zoneNamed("山西自贸试验区")).isEmpty();
    }

    @Test
    void theLastRowAboutAMemberHoldsAndTheOthersStayAsHistory() throws IOException {
        write(
                "set-members.csv",
                MEMBERS
                        + "2027-01-10,yangtze-delta,360000,2027-01-01,,样文一,江西加入,\n"
                        + "2027-05-10,yangtze-delta,360000,2027-06-01,,样文二,日期更正,\n");

        Gazetteer gazetteer = Gazetteer.with(folder);
        RegionSet delta = gazetteer.set("长三角").orElseThrow();

        assertThat(codes(gazetteer, "2027-05-31")).hasSize(4).doesNotContain("360000");
        assertThat(codes(gazetteer, "2027-06-01")).hasSize(5).contains("360000");
        assertThat(gazetteer.amendments().of(delta))
                .extracting(Amendment::source)
                .containsExactly("样文一", "样文二");
        assertThat(gazetteer.amendments().of(delta, LocalDate.parse("2027-06-01")))
                .map(Amendment::source)
                .contains("样文二");
    }

    @Test
    void aDayOnWhichTheOperatorSaysTheSameNamesNoRow() throws IOException {
        write("set-members.csv", MEMBERS + "2027-01-10,yangtze-delta,360000,2027-01-01,,样文,江西加入,\n");

        Gazetteer gazetteer = Gazetteer.with(folder);

        assertThat(gazetteer.amendments().of(gazetteer.set("长三角").orElseThrow(), LocalDate.parse("2026-12-31")))
                .isEmpty();
    }

    @Test
    void aWithdrawnRowChangesNothingAndStaysInTheHistory() throws IOException {
        write("set-members.csv", MEMBERS + "2027-01-10,yangtze-delta,360000,2027-01-01,,样文,江西加入,2027-02-01\n");
        write("zones.csv", ZONES + SHANXI + "2027-04-01");

        Gazetteer gazetteer = Gazetteer.with(folder);

        assertThat(gazetteer.amendments().fingerprint())
                .isEqualTo(Gazetteer.standard().amendments().fingerprint());
        assertThat(gazetteer.amendments().all()).hasSize(2).noneMatch(Amendment::stands);
        assertThat(gazetteer.members("自贸试验区", AFTER)).hasSize(23);
    }

    @Test
    void amendsTheDayOfABuiltInZoneAndSaysSo() throws IOException {
        write("zones.csv", ZONES + "2027-03-02,ftz-xinjiang,,,650000,2023-10-21,,国函〔2023〕样号,以批复之日为准,");

        Gazetteer gazetteer = Gazetteer.with(folder);
        RegionSet zones = gazetteer.set("pilot-zones").orElseThrow();
        LocalDate between = LocalDate.parse("2023-10-25");

        assertThat(gazetteer.members("pilot-zones", between)).hasSize(22);
        assertThat(Gazetteer.standard().members("pilot-zones", between)).hasSize(21);
        assertThat(gazetteer.amendments().of(zones, between)).isPresent();
        assertThat(gazetteer.amendments().of(zones, LocalDate.parse("2023-11-14")))
                .isEmpty();
    }

    @Test
    void addedSetIsKnownByItsNames() throws IOException {
        write("sets.csv", SETS + "2027-01-10,western-corridor,西部陆海新通道,陆海新通道沿线,along the corridor,样文,新增,");
        write(
                "set-members.csv",
                MEMBERS + "2027-01-10,western-corridor,500000,,,样文,新增,\n"
                        + "2027-01-10,western-corridor,450000,2019-01-01,,样文,新增,\n");

        Gazetteer gazetteer = Gazetteer.with(folder);

        assertThat(gazetteer.members("陆海新通道沿线", LocalDate.parse("2018-01-01")))
                .extracting(Place::code)
                .containsExactly("500000");
        assertThat(gazetteer
                        .amendments()
                        .of(gazetteer.set("western-corridor").orElseThrow(), LocalDate.parse("2018-01-01")))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        2027-01-10,yangtze-delta,360001,,,s,r,;                line 2: no region or zone that can be a member has the code 360001; near it: 360
        2027-01-10,yangtze-delta,江西,,,s,r,;                  near it: 360000
        2027-01-10,yangzte-delta,360000,,,s,r,;                near it: yangtze-delta
        2027-01-10,pilot-zones,360000,,,s,r,;                  follow from zones.csv
        2027-01-10,yangtze-delta,360000,,,,r,;                 'source' is empty
        2027-01-10,yangtze-delta,360000,,,s,,;                 'reason' is empty
        ,yangtze-delta,360000,,,s,r,;                          'recorded' is empty
        2027-01-10,yangtze-delta,360000,2027,,s,r,;            'from' is written 2026-04-09, not 2027
        2027-01-10,yangtze-delta,360000,2027-02-01,2027-01-01,s,r,; 'until' is before 'from'
        2027-01-10,yangtze-delta,360000,,,s,r,2027-01-09;      'withdrawn' is before 'recorded'
        2027-01-10,yangtze-delta,360000,,,s,r;                 a row is recorded,set,member
        """)
    void refusesARowOfMembersNamingLineAndReason(String row, String reason) throws IOException {
        write("set-members.csv", MEMBERS + row);

        assertRefused(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        2027-03-02,ftz-x,某自贸试验区,中国（某）自由贸易试验区,140100,2027-03,,s,r,;   no provincial-level division has the code 140100
        2027-03-02,ftz-hunan2,某自贸试验区,中国（某）自由贸易试验区,430000,2027-03,,s,r,; 湖南省 has the zone ftz-hunan: a row with that id amends it
        2027-03-02,ftz-hunan,湘自贸试验区,,430000,2027-03,,s,r,;                   is 湖南自贸试验区 and stays so
        2027-03-02,ftz-shanxi,长三角,中国（山西）自由贸易试验区,140000,2027-03,,s,r,;   长三角 names something else already
        2027-03-02,ftz-shanxi,山西自贸试验区,中国（山西）自由贸易试验区,140000,2027-3,,s,r,; 'founded' is written
        2027-03-02,Ftz,山西自贸试验区,中国（山西）自由贸易试验区,140000,2027-03,,s,r,;   'id' is small letters
        2027-03-02,ftz-shanxi,山西自贸试验区,中国（山西）自由贸易试验区,140000,2027-03,晋,s,r,; two characters at least
        """)
    void refusesARowOfZones(String row, String reason) throws IOException {
        write("zones.csv", ZONES + row);

        assertRefused(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        2027-03-02,ftz-hunan-x,439901,ftz-hunan,某某片区,某某,,430100,2027,s,r,; has the code 439901
        2027-03-02,ftz-hunan-x,149901,ftz-hunan,某某片区,某某,,430100,2027,s,r,; is 439901 to 439999, not 149901
        2027-03-02,ftz-hunan-x,439909,ftz-hunna,某某片区,某某,,430100,2027,s,r,; near it: ftz-hunan
        2027-03-02,ftz-hunan-x,439909,ftz-hunan,某某,某某,,430100,2027,s,r,;     ends in 片区
        2027-03-02,ftz-hunan-x,439909,ftz-hunan,某某片区,某某,,430199,2027,s,r,; no province or prefecture has the code 430199
        """)
    void refusesARowOfAreas(String row, String reason) throws IOException {
        write("areas.csv", AREAS + row);

        assertRefused(reason);
    }

    @Test
    void refusesRowsThatGoBackInTime() throws IOException {
        write(
                "set-members.csv",
                MEMBERS + "2027-01-10,yangtze-delta,360000,,,s,r,\n2027-01-09,yangtze-delta,420000,,,s,r,\n");

        assertRefused("line 3: 'recorded' is before that of the row above");
    }

    @Test
    void refusesATableOfAnotherNameAndAFolderThatIsNone() throws IOException {
        write("zone.csv", ZONES);
        assertRefused("did you mean [zones.csv]");

        assertThatThrownBy(() -> Gazetteer.with(folder.resolve("nowhere")))
                .isInstanceOf(BadGazetteer.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void takesAByteOrderMarkAndRefusesOtherColumns() throws IOException {
        write("zones.csv", "\uFEFF" + ZONES + SHANXI);
        assertThat(Gazetteer.with(folder).zone("ftz-shanxi")).isPresent();

        write("zones.csv", "id,name\n");
        assertRefused("zones.csv, line 1: the first line must be recorded,id");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> Gazetteer.with(folder))
                .isInstanceOf(BadGazetteer.class)
                .hasMessageContaining(reason);
    }

    private List<String> codes(Gazetteer gazetteer, String day) {
        return gazetteer.members("yangtze-delta", LocalDate.parse(day)).stream()
                .map(Place::code)
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
