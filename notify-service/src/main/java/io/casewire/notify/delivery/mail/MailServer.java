package io.casewire.notify.delivery.mail;

import io.casewire.notify.delivery.channel.Outcome;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The operator's mail server: a connection a mail, which ends in time whatever the server does. */
final class MailServer {
    private final MailSettings settings;
    private final String host;
    private final Session session;

    /** @param sender of the envelope, and the domain we greet with */
    MailServer(MailSettings settings, String host, String sender) {
        this.settings = settings;
        this.host = host;
        this.session = Session.getInstance(properties(settings, sender));
    }

    Session session() {
        return session;
    }

    /** What limits and circuit breakers are kept by. */
    String endpoint() {
        return (settings.security() == MailSettings.Security.TLS ? "smtps://" : "smtp://")
                + host
                + ":"
                + settings.portOrDefault();
    }

    /** Hands a mail over and waits for what comes of it. */
    Outcome send(MailMessage message) throws InterruptedException {
        FutureTask<Outcome> exchange = new FutureTask<>(() -> exchange(message));
        // an interrupt ends whatever a virtual thread waits for at a socket: a server that drips cannot hold it
        Thread.ofVirtual().name("mail").start(exchange);
        try {
            return exchange.get(settings.attemptTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Outcome.Unreachable("The mail server did not take it within "
                    + settings.attemptTimeout().toSeconds() + " s; whether it did later is not known.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A mail could not be made", e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private Outcome exchange(MailMessage message) throws MessagingException {
        message.saveChanges();
        Address[] to = message.getAllRecipients();
        SMTPTransport transport = new SMTPTransport(session, new URLName("smtp", host, -1, null, null, null));
        try {
            transport.connect(host, settings.portOrDefault(), settings.username(), settings.currentPassword());
            transport.sendMessage(message, to);
            return new Outcome.Delivered(
                    transport.getLastReturnCode(), MailAnswers.excerpt(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return MailAnswers.of(e);
        } catch (UncheckedIOException e) {
            return new Outcome.Unreachable("The file with the password of the mail server cannot be read.");
        } finally {
            close(transport);
        }
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // what was answered to the mail counts, not how the connection ended
        }
    }

    private static Properties properties(MailSettings settings, String sender) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", sender);
        properties.setProperty("mail.smtp.localhost", sender.substring(sender.indexOf('@') + 1));
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.setProperty(
                "mail.smtp.connectiontimeout",
                Long.toString(settings.connectTimeout().toMillis()));
        properties.setProperty(
                "mail.smtp.timeout", Long.toString(settings.readTimeout().toMillis()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        if (settings.trustedCertificates() != null) {
            properties.put("mail.smtp.ssl.socketFactory", trusting(settings.trustedCertificates()));
        }
        return properties;
    }

    private static SSLSocketFactory trusting(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("trusted-" + trusted.size(), one);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("casewire.notify.mail.trusted-certificates cannot be read: " + file, e);
        }
    }
}
