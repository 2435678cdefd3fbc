package io.casewire.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.cli.connect.WrongUse;
import io.casewire.cli.doctor.Finding.Grade;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortCheckTests {
    @Test
    void aTakenPortIsNotFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortCheck.of("127.0.0.1:" + taken.getLocalPort()).grade())
                    .isEqualTo(Grade.FAIL);
        }
        assertThat(PortCheck.of("127.0.0.1:0").grade()).isEqualTo(Grade.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8080", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:99999", "127.0.0.1:-1"})
    void whatIsNoAddressWithAPortIsRefused(String address) {
        assertThatThrownBy(() -> PortCheck.of(address)).isInstanceOf(WrongUse.class);
    }
}
