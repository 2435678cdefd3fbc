package io.casewire.notify.delivery.mail;

import io.casewire.notify.delivery.channel.PublicUrl;
import io.casewire.notify.subscription.Subscriptions;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mail server, as the operator sets it. */
@Configuration(proxyBeanMethods = false)
class MailBeans {
    @Bean
    MailSender mailSender(MailSettings settings, PublicUrl links, Subscriptions subscriptions, InstantSource clock) {
        return new MailSender(settings, links, MailSender.Invited.in(subscriptions), clock);
    }
}
