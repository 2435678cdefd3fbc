package io.casewire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingTests {
    private static final URI AT = URI.create("https://www.example.org/zcwj/index.html");

    private static final String PAGE = """
            <html><head><meta charset="utf-8"><title>政策文件</title></head><body>
            <header><a href="/about.html">关于</a></header>
            <nav><a href="/zcwj/other.html">导航</a></nav>
            <div class="list">
              <a href="t1.html">第一批通知</a> <a href="t2.shtml#top">第二批通知</a>
              <a href="./files/%E9%99%84.docx">附件</a> <a href="t1.html">第一批通知</a>
              <a href="index_2.html">下一页</a> <a href="/zcwj/">更多</a>
              <a href="view.jsp?id=7">查看</a> <a href="photo.jpg">图</a>
              <a href="javascript:void(0)">打印</a>
            </div>
            <footer><a href="/site.html">网站地图</a></footer></body></html>
            """;

    @Test
    void takesLinksThatLookLikeADocumentOutsideOfNavigation() {
        assertThat(urls(PAGE, null, null))
                .containsExactly(
                        "https://www.example.org/zcwj/t1.html",
                        "https://www.example.org/zcwj/t2.shtml",
                        "https://www.example.org/zcwj/files/%E9%99%84.docx",
                        "https://www.example.org/zcwj/t1.html");
    }

    @Test
    void takesWhatTheOperatorChoosesWhateverItLooksLike() {
        assertThat(urls(PAGE, ".list", "查看")).containsExactly("https://www.example.org/zcwj/view.jsp?id=7");
        assertThat(urls(PAGE, null, "view.jsp")).containsExactly("https://www.example.org/zcwj/view.jsp?id=7");
        assertThat(urls(PAGE, ".list a:contains(通知)", null)).hasSize(3);
        assertThat(urls(PAGE, "nav a", null)).containsExactly("https://www.example.org/zcwj/other.html");
        assertThat(urls(PAGE, null, "photo")).isEmpty();
    }

    @Test
    void readsPagesInTheEncodingOfTheirHostOrTheirOwn() {
        String page = "<html><head><meta charset=gb2312></head><a href=a.html>通知</a></html>";
        byte[] bytes = page.getBytes(Charset.forName("GB18030"));

        assertThat(Listing.of(bytes, "text/html", AT, definition(null, null, "通知"))
                        .urls())
                .hasSize(1);
        assertThat(Listing.of(bytes, "text/html; charset=GBK", AT, definition(null, null, "通知"))
                        .urls())
                .hasSize(1);
    }

    @Test
    void followsTheBaseOfAPage() {
        assertThat(urls("<base href='/files/'><a href='a.pdf'>一</a>", null, null))
                .containsExactly("https://www.example.org/files/a.pdf");
    }

    @Test
    void tellsFeedsFromPagesAndTakesWhatEntriesEncloseBeforeTheirPages() {
        String atom = """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom"><title>发文</title><link href="https://www.example.org/"/>
                <entry><title>通知一</title><link href="/1.html"/></entry>
                <entry><title>通知二</title><link rel="alternate" href="/2.html"/><link rel="enclosure" href="/2.pdf"/></entry>
                </feed>
                """;
        String rss = """
                <?xml version="1.0"?><rss version="2.0"><channel><link>https://www.example.org/</link>
                <item><title>通知三</title><link> https://www.example.org/3.html </link></item>
                <item><title>通知四</title><link>/4.html</link><enclosure url="/4.docx" type="x"/></item>
                </channel></rss>
                """;

        assertThat(listing(atom, definition(null, null, null)))
                .isEqualTo(new Listing(
                        SourceKind.FEED, List.of("https://www.example.org/1.html", "https://www.example.org/2.pdf")));
        assertThat(listing(rss, definition(null, null, null)))
                .isEqualTo(new Listing(
                        SourceKind.FEED, List.of("https://www.example.org/3.html", "https://www.example.org/4.docx")));
        assertThat(listing(rss, definition(null, null, "通知三")).urls())
                .containsExactly("https://www.example.org/3.html");
        assertThat(listing(PAGE, definition(null, null, null)).kind()).isEqualTo(SourceKind.LIST_PAGE);
    }

    @Test
    void findsNothingInAPageThatIsSaidToBeAFeed() {
        assertThat(listing(PAGE, definition(SourceKind.FEED, null, null)).urls())
                .isEmpty();
    }

    @Test
    void resolvesNoEntityOfAFeed() {
        String feed = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<rss><channel><item><link>https://www.example.org/&x;.html</link></item></channel></rss>";

        assertThat(listing(feed, definition(null, null, null)).urls())
                .containsExactly("https://www.example.org/&x;.html");
    }

    private static List<String> urls(String page, @Nullable String selector, @Nullable String part) {
        return listing(page, definition(null, selector, part)).urls();
    }

    private static Listing listing(String page, SourceDefinition definition) {
        return Listing.of(page.getBytes(StandardCharsets.UTF_8), null, AT, definition);
    }

    private static SourceDefinition definition(
            @Nullable SourceKind kind, @Nullable String selector, @Nullable String part) {
        return new SourceDefinition(
                "发文", AT.toString(), kind, Duration.ofHours(1), selector, part, false, History.SKIP, null, true);
    }
}
