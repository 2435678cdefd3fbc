package io.casewire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebReferenceTests {
    private static final URI PAGE = URI.create("https://www.example.org/a/b/list.html?page=2");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c.html                             | https://www.example.org/a/b/c.html
            ./c.html#part                      | https://www.example.org/a/b/c.html
            ../c.html                          | https://www.example.org/a/c.html
            ../../../../c.html                 | https://www.example.org/c.html
            /c.html                            | https://www.example.org/c.html
            ?page=3                            | https://www.example.org/a/b/list.html?page=3
            list.html?page=2#part              | https://www.example.org/a/b/list.html?page=2
            //other.example/c                  | https://other.example/c
            HTTP://Other.example/c             | HTTP://Other.example/c
            https://海关.example/通知 1.docx      | https://海关.example/%E9%80%9A%E7%9F%A5%201.docx
            附件%201.docx                       | https://www.example.org/a/b/%E9%99%84%E4%BB%B6%201.docx
            100%.html                          | https://www.example.org/a/b/100%25.html
            a^b.html                           | https://www.example.org/a/b/a%5Eb.html
            """)
    void isMadeAnAddressAsBrowsersDo(String reference, String address) {
        assertThat(WebReference.absolute(PAGE, reference)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:void(0)",
                "mailto:a@example.org",
                "ftp://example.org/a",
                "data:text/html,x",
                "file:///a"
            })
    void isNoneWhereItIsNotAskedByHttp(String reference) {
        assertThat(WebReference.absolute(PAGE, reference)).isEmpty();
    }
}
