package io.casewire.notify.delivery.mail;

import io.casewire.notify.delivery.channel.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a mail server's refusal means: for the receiver, for later, or for the operator. */
final class MailAnswers {
    private static final int MAX_EXCERPT = 2048;
    private static final int MAX_REASON = 300;
    private static final int CLOSING = 421;
    private static final int PERMANENT = 500;

    private MailAnswers() {}

    /** What came of an attempt that failed so. */
    static Outcome of(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return new Outcome.Unreachable("The mail server does not take the user name and password that are set.");
        }
        Optional<SMTPAddressFailedException> address = find(failure, SMTPAddressFailedException.class);
        if (address.isPresent()) {
            return of(
                    address.get().getReturnCode(), String.valueOf(address.get().getMessage()));
        }
        Optional<SMTPSendFailedException> refused = find(failure, SMTPSendFailedException.class);
        if (refused.isEmpty()) {
            return new Outcome.Unreachable("The mail server cannot be reached: " + sentence(failure));
        }
        int code = refused.get().getReturnCode();
        String command = refused.get().getCommand();
        if (code >= PERMANENT && command != null && command.startsWith("MAIL")) {
            return new Outcome.Unreachable("The mail server takes no mail from the sender that is set (" + code + ").");
        }
        return of(code, String.valueOf(refused.get().getMessage()));
    }

    private static Outcome of(int code, String text) {
        return switch (code) {
            // they ask for an account, or for protection: nothing the receiver could help
            case 530, 534, 535, 538 ->
                new Outcome.Unreachable("The mail server wants to be spoken to otherwise (" + code + ").");
            case CLOSING -> new Outcome.Unreachable("The mail server is closing (421).");
            default -> {
                if (code < 400) {
                    yield new Outcome.Unreachable(
                            "The connection broke off; whether the mail server took the mail is not known.");
                }
                yield code < PERMANENT
                        ? new Outcome.Rejected(code, excerpt(text), null)
                        : new Outcome.Bounced(
                                code, excerpt(text), "The mail server refused it for good (" + code + ").");
            }
        };
    }

    private static <T extends Exception> Optional<T> find(MessagingException failure, Class<T> type) {
        Exception next = failure;
        while (next != null) {
            if (type.isInstance(next)) {
                return Optional.of(type.cast(next));
            }
            next = next instanceof MessagingException of ? of.getNextException() : null;
        }
        return Optional.empty();
    }

    /** As an answer may be shown: short, without control characters. */
    static String excerpt(String text) {
        String shown = text.length() > MAX_EXCERPT ? text.substring(0, MAX_EXCERPT) : text;
        return shown.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static String sentence(MessagingException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String text =
                excerpt(message == null || message.isBlank() ? cause.getClass().getSimpleName() : message);
        return text.length() > MAX_REASON ? text.substring(0, MAX_REASON) + "…" : text;
    }
}
