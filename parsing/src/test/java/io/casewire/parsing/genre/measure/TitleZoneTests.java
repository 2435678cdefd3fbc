package io.casewire.parsing.genre.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleZoneTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "关于支持甲市保税港区开展样例业务的工作措施;甲市保税港区",
                "甲局关于印发《关于促进甲市综合保税区发展的若干措施》的通知;甲市综合保税区",
                "关于推进自由贸易试验区改革创新若干措施的通知;自由贸易试验区",
                "支持自贸试验区发展若干措施;自贸试验区",
                "关于支持自贸试验区甲片区发展的若干措施;自贸试验区甲片区",
                "关于支持样例业务的工作措施;-",
                "'';-",
            })
    void aTitleNamesTheZoneItIsAddressedTo(String title, @Nullable String zone) {
        assertThat(TitleZone.in(title)).isEqualTo(zone);
    }
}
