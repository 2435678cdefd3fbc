package io.casewire.catalog.address;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the operator's address. */
@Configuration(proxyBeanMethods = false)
class AddressBeans {
    @Bean
    PublicAddresses publicAddresses(@Value("${casewire.catalog.public-address:}") String address) {
        return new PublicAddresses(address.isBlank() ? null : new PublicAddress(address.replaceFirst("/$", "")));
    }
}
