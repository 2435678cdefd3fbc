package io.casewire.notify.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A mail whose id is ours, so that the same message has the same one at every attempt. */
final class MailMessage extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    /** @param id without brackets, {@code local@domain} */
    MailMessage(Session session, String id, InternetAddress from, InternetAddress to, MailText text, Instant now)
            throws MessagingException {
        super(session);
        this.id = id;
        setFrom(from);
        setRecipient(RecipientType.TO, to);
        setSubject(text.subject(), UTF_8);
        setSentDate(Date.from(now));
        // nobody's absence is to answer a machine (RFC 3834)
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("Precedence", "bulk");
        setHeader("X-Auto-Response-Suppress", "All");
        setContent(body(text));
    }

    /** Shows it together with others of that thread. */
    void putInto(String thread) throws MessagingException {
        setHeader("In-Reply-To", "<" + thread + ">");
        setHeader("References", "<" + thread + ">");
    }

    /** Says how the receiver ends the messages, with one click where its program can (RFC 8058). */
    void endsAt(String unsubscription) throws MessagingException {
        setHeader("List-Unsubscribe", "<" + unsubscription + ">");
        setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + ">");
    }

    private static MimeMultipart body(MailText text) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text.plain(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(text.html(), UTF_8, "html");
        // the best form comes last
        return new MimeMultipart("alternative", plain, html);
    }
}
