package io.casewire.identity.web;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as can be: one path to read, one to write, one of the operator's. */
@SpringBootConfiguration
@EnableAutoConfiguration
class TestService {
    @Bean
    AccessRules operatorsOnly() {
        return requests ->
                requests.requestMatchers(HttpMethod.POST, "/things/purge").hasRole(Role.OPERATOR.name());
    }

    @RestController
    @RequestMapping("/things")
    static class Things {
        @GetMapping
        String read(Optional<Caller> caller) {
            return caller.map(Caller::subject).orElse("nobody");
        }

        @GetMapping("/mine")
        String mine(Caller caller) {
            return caller.subject();
        }

        @PostMapping
        String write(Caller caller) {
            return caller.subject() + "/" + caller.region();
        }

        @PostMapping("/purge")
        String purge(Caller caller) {
            return caller.subject();
        }
    }
}
