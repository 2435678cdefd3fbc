package io.casewire.parsing.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.page.PageReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadReaderTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "one line;甲市人民政府关于推进样例改革的通知/样政发〔2024〕5号/各区人民政府：/样例如下。;甲市人民政府关于推进样例改革的通知",
                "two lines;甲市人民政府/关于推进样例改革的通知/各区人民政府：;甲市人民政府关于推进样例改革的通知",
                "a title broken inside;甲市人民政府关于推进样例/改革的通知/各区人民政府：;甲市人民政府关于推进样例改革的通知",
                "a heading below the whole title;样例改革案例/甲市经验/一、做法;样例改革案例",
                "the day above it;2024年3月1日/样例改革案例/一、做法;样例改革案例",
                "the annex it is;附件2/样例改革清单/一、做法;样例改革清单",
                "another script;Sample Report/样例报告/一、做法;样例报告",
                "clauses in the second line;甲市人民政府关于在样例领域推行/“一次申报、分批核验”改革的意见/样政发〔2024〕5号;甲市人民政府关于在样例领域推行“一次申报、分批核验”改革的意见",
                "clauses and addressees;甲市人民政府关于推行/“一次申报、分批核验”改革的意见/各区、县人民政府：;甲市人民政府关于推行“一次申报、分批核验”改革的意见",
                "three lines;甲市人民政府/关于印发《甲市样例港区/改革方案》的通知/样政发〔2024〕5号;甲市人民政府关于印发《甲市样例港区改革方案》的通知",
                "a subject in the first line;甲市关于做好样例改革经验/复制推广工作的通知/样政发〔2024〕5号;甲市关于做好样例改革经验复制推广工作的通知",
                "a whole title above another letter;甲市关于推进样例改革的意见/样例汇编的通知/一、做法;甲市关于推进样例改革的意见",
                "a whole title above a heading;甲市关于推进样例改革的经验/样例材料/一、做法;甲市关于推进样例改革的经验",
                "several offices, a line each;甲市商务局/甲市财政局/关于推进样例改革的通知/样政发〔2024〕5号;甲市商务局甲市财政局关于推进样例改革的通知",
                "a customs office among them;甲市商务局/东港海关/关于推进样例改革的通知/样政发〔2024〕5号;甲市商务局东港海关关于推进样例改革的通知",
                "who writes, in large letters;甲市人民政府文件/样政发〔2024〕5号/甲市人民政府关于推进样例改革的通知/各区人民政府：;甲市人民政府关于推进样例改革的通知",
                "the number behind it;甲市关于推进样例改革的通知样政发〔2024〕5号/各区人民政府：;甲市关于推进样例改革的通知",
                "the number behind it in brackets;甲市关于推进样例改革的通知（样政发〔2024〕5号）/各区人民政府：;甲市关于推进样例改革的通知",
                "a whole letter on one line;甲市关于推进样例改革的通知样政发〔2024〕5号各区人民政府：请执行。甲市人民政府2024年3月1日甲市样例方案/一、做法;甲市关于推进样例改革的通知",
                "a letter down to its colon;甲市关于推进样例改革的通知样政发〔2024〕5号各区人民政府：现提出如下意见：/一、做法;甲市关于推进样例改革的通知",
                "an agreement on two lines;甲地与乙地关于建立样例关系的安排/样例协议/具体承诺;甲地与乙地关于建立样例关系的安排样例协议",
                "the number behind its second line;甲市关于推进样例/改革的实施意见样政办发〔2024〕5号/各区人民政府：;甲市关于推进样例改革的实施意见",
                "the number before it;样政发〔2024〕5号甲市关于推进样例改革的通知/各区人民政府：;甲市关于推进样例改革的通知",
                "another title of the page;政策法规/样例频道/甲市关于推进样例改革的通知/样政发〔2024〕5号/各区人民政府：;甲市关于推进样例改革的通知",
                "offices and a title of the page;政策法规/样例频道/甲市商务局/甲市财政局/关于推进样例改革的通知/样政发〔2024〕5号;甲市商务局甲市财政局关于推进样例改革的通知",
                "an office that issues;政策法规/样例频道/甲市商务局/印发样例改革方案的通知/样政发〔2024〕5号;甲市商务局印发样例改革方案的通知",
                "an office below a heading;样例材料/甲市商务局/一、做法;样例材料",
                "a summary of it;样例频道/摘要：甲市关于推进样例改革的通知样政发〔2024〕5号各区.../甲市关于推进样例改革的通知/样政发〔2024〕5号;甲市关于推进样例改革的通知",
                "under a dateline;新华社甲地4月14日电/甲市关于推进样例改革的意见/（2024年4月11日）;甲市关于推进样例改革的意见",
                "a sentence first;甲市推行样例改革。/样例改革案例;-",
                "a number first;一、做法/样例改革案例;-",
            })
    void theTitleRunsUntilTheBodyBegins(String name, String printed, @Nullable String title) {
        assertThat(read(printed).title()).isEqualTo(title);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "alone on its line;样例改革的通知/样政发〔2024〕5号/各区人民政府：;样政发〔2024〕5号",
                "in brackets;样例改革的通知/（样政发〔2024〕5号）/各区人民政府：;样政发〔2024〕5号",
                "of another document;样例改革的通知/根据样政发〔2023〕1号文件精神，推进样例。;-",
                "below the addressees;样例改革的通知/各区、县人民政府办公室：/样政发〔2024〕5号;-",
                "glued to the title;甲市关于推进样例改革的通知样政发〔2024〕5号/各区人民政府：;样政发〔2024〕5号",
                "of a text that is cited;甲市样例改革案例/根据《样例改革方案》（样政发〔2023〕1号）/一、做法;-",
                "in the field of a site;发文字号：样政发〔2024〕7号/样例改革的通知/一、做法;样政发〔2024〕7号",
            })
    void theNumberIsTheDocumentsOwn(String name, String printed, @Nullable String number) {
        assertThat(read(printed).documentNumber()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "甲市关于推进样例改革的通知样政发〔2024〕5号各区人民政府：;甲市关于推进样例改革的通知;样政发〔2024〕5号",
                "为推进甲市样例改革，按照样政发〔2023〕1号要求;为推进甲市样例改革，;-",
                "根据甲市关于推进样例改革的要求（样政发〔2023〕1号）;-;-",
            })
    void oneLineMayHoldTheWholeDocument(String begin, @Nullable String title, @Nullable String number) {
        DocumentIdentity identity = read(begin + "甲市推行样例改革，企业少跑一趟。".repeat(8));

        assertThat(identity.documentNumber()).isEqualTo(number);
        assertThat(identity.title()).isEqualTo(title);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "who signs;样例改革的通知/样例如下。/甲市人民政府/2024年3月1日;甲市人民政府;2024-03-01",
                "who writes about it;甲市商务局关于样例改革的通知/样例如下。;甲市商务局;-",
                "an office above the title;样例领导小组/样例改革的通知/样例如下。;样例领导小组;-",
                "the fields of a site;发文机关：甲市商务局/成文日期：2024年5月6日/样例改革的通知/一、做法;甲市商务局;2024-05-06",
                "three together;样例改革的通知/样例如下。/甲市商务局/甲市财政局/甲海关/2024年3月1日;甲市商务局、甲市财政局、甲海关;2024-03-01",
                "two on a line;样例改革的通知/样例如下。/甲市商务局 甲市财政局/2024年3月1日;甲市商务局、甲市财政局;2024-03-01",
                "two in the title;省商务厅 省财政厅关于样例改革的通知/样例如下。;省商务厅、省财政厅;-",
                "central bodies;财政部 海关总署 税务总局关于样例改革的通知/样例如下。;财政部、海关总署、税务总局;-",
                "one and its branch;国家税务总局甲市税务局关于样例改革的通知/样例如下。;国家税务总局甲市税务局;-",
                "the last sentence is none;样例改革的通知/请抓好落实/甲市商务局/2024年3月1日;甲市商务局;2024-03-01",
                "a day in brackets;甲市商务局关于样例改革的意见/（2024年4月11日）/样例如下。;甲市商务局;2024-04-11",
                "a branch and a customs office;国家税务总局甲省税务局厦门海关关于样例改革的通知/样例如下。;国家税务总局甲省税务局、厦门海关;-",
                "those who agree;甲地与乙地关于建立样例关系的安排/样例如下。;-;-",
                "an office with that word;甲省统计与数据局关于样例改革的通知/样例如下。;甲省统计与数据局;-",
                "nobody;样例改革的通知/样例如下。;-;-",
            })
    void theIssuerSignsOrStandsInTheTitle(
            String name, String printed, @Nullable String issuer, @Nullable String issuedOn) {
        DocumentIdentity identity = read(printed);

        assertThat(identity.issuer()).isEqualTo(issuer);
        assertThat(identity.issuedOn()).isEqualTo(issuedOn);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "each on its line;标题：甲市关于样例的通知/发文机关：甲市人民政府/文号：样政发〔2024〕7号/成文日期：2024年5月6日/样例如下。;甲市关于样例的通知;甲市人民政府;样政发〔2024〕7号;2024-05-06",
                "all on one;索引号：甲-1 标题：甲市关于样例的通知 发文机关：甲市 文号：样政发〔2024〕7号 发布日期：2024-05-08/样例如下。;甲市关于样例的通知;甲市;样政发〔2024〕7号;2024-05-08",
                "label above value;索引号：/甲-1/标题：/甲市关于样例的通知/发文机关：/甲市/文号：/样政发〔2024〕7号/发布日期：/2024-05-08/样例如下。;甲市关于样例的通知;甲市;样政发〔2024〕7号;2024-05-08",
                "the day it was signed counts more than the day it was put up;发布日期：2024-05-08/甲市关于样例的通知/样例如下。/甲市人民政府/2024年5月6日;甲市关于样例的通知;甲市人民政府;-;2024-05-06",
                "who put it up counts less than who signed;发布机构：甲市人民政府办公厅/甲市关于样例的通知/样例如下。/甲市人民政府/2024年5月6日;甲市关于样例的通知;甲市人民政府;-;2024-05-06",
                "who put it up counts where nobody else is named;索引号：甲-1/发布机构：甲市商务局/样例改革的通知/样例如下。;样例改革的通知;甲市商务局;-;-",
                "a name where no title is printed;索引号：甲-1/名称：甲市商务局关于样例的通知/样例如下。;甲市商务局关于样例的通知;甲市商务局;-;-",
                "a name counts less than the title;索引号：甲-1/名称：甲市商务局样例的通知/甲市商务局关于样例改革的通知/样例如下。;甲市商务局关于样例改革的通知;甲市商务局;-;-",
                "a title that the site cut;标题：甲市商务局关于样例.../甲市商务局关于样例改革的通知/样例如下。;甲市商务局关于样例改革的通知;甲市商务局;-;-",
            })
    void theFieldsOfASiteSayWhatTheDocumentIs(
            String name,
            String printed,
            @Nullable String title,
            @Nullable String issuer,
            @Nullable String number,
            @Nullable String issuedOn) {
        DocumentIdentity identity = read(printed);

        assertThat(identity.title()).isEqualTo(title);
        assertThat(identity.issuer()).isEqualTo(issuer);
        assertThat(identity.documentNumber()).isEqualTo(number);
        assertThat(identity.issuedOn()).isEqualTo(issuedOn);
    }

    @Test
    void aNumberCountsHoweverMuchThePagePrintsBeforeIt() {
        String furniture = "样例新闻/".repeat(20);
        DocumentIdentity identity = read(furniture + "甲市关于推进样例改革的通知/样政发〔2024〕5号/各区人民政府：");

        assertThat(identity.title()).isEqualTo("甲市关于推进样例改革的通知");
        assertThat(identity.documentNumber()).isEqualTo("样政发〔2024〕5号");
        assertThat(read(furniture + "甲市样例/样政发〔2024〕5号").documentNumber()).isNull();
    }

    @Test
    void anAgencyNamesTheTextItPublishesWhole() {
        DocumentIdentity identity = read("新华社甲地4月14日电 近日，甲市委、甲市政府印发了《关于样例改革的意见》，要求落实。全文如下。/样例如下。");

        assertThat(identity.title()).isEqualTo("关于样例改革的意见");
        assertThat(identity.issuer()).isEqualTo("甲市委、甲市政府");
        assertThat(read("新华社甲地4月14日电 近日，甲市印发了《关于样例改革的意见》。/样例如下。").title()).isNull();
    }

    @Test
    void idsDeriveFromTheNumberElseIssuerAndTitleElseTheFirstWords() {
        assertThat(read("样例改革的通知/样政发〔2024〕5号/各区人民政府：").key())
                .isEqualTo(read("另一标题的通知/样政发 [2024] 5 号/各区人民政府：").key());
        assertThat(read("甲市商务局关于样例改革的通知/样例如下。").key()).isEqualTo("甲市商务局甲市商务局关于样例改革的通知");
        assertThat(read("短句。/甲市推行样例改革，企业少跑一趟。").key()).isEqualTo("甲市推行样例改革企业少跑一趟");
        assertThat(read("短句短句短句短。/甲市推行样例改革。").key()).isEqualTo("甲市推行样例改革");
        assertThat(read("短句。").key()).isEqualTo("样例txt");
    }

    private static DocumentIdentity read(String printed) {
        return HeadReader.read(PageReader.read("样例.txt", printed.replace("/", "\n\n")));
    }
}
