package io.casewire.notify.delivery;

import io.casewire.notify.subscription.ReceiverPage;
import io.casewire.serving.openapi.Described;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the links lead that sign for a message: to look changes nothing, since programs that check mails follow every link. */
@RestController
@RequestMapping("/api/notify/v1/receipts/{link}")
class ReceiptController {
    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    /** A page with a button to sign for a message; to look at it signs nothing. */
    @GetMapping
    @Described(
            status = {200, 404},
            answers = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> look(@PathVariable String link) {
        return receipts.named(link)
                .map(found -> ReceiverPage.answer(HttpStatus.OK, shown(found)))
                .orElseGet(ReceiptController::nothing);
    }

    /** The form always sends a name, if an empty one; what is no whole form signs nothing. */
    @PostMapping
    @Described(
            status = {200, 404},
            answers = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> sign(@PathVariable String link, @RequestParam String name) {
        Delivery found = receipts.named(link).orElse(null);
        if (found == null) {
            return nothing();
        }
        try {
            return receipts.sign(found, name)
                    .map(signed -> ReceiverPage.answer(HttpStatus.OK, shown(signed)))
                    .orElseGet(() -> ReceiverPage.answer(HttpStatus.CONFLICT, ReceiverPage.BUSY));
        } catch (IllegalArgumentException noName) {
            return ReceiverPage.answer(HttpStatus.BAD_REQUEST, ReceiverPage.WRONG_NAME);
        }
    }

    private static String shown(Delivery delivery) {
        String title = delivery.title() == null ? delivery.subject() : delivery.title();
        Receipt receipt = delivery.receipt();
        return receipt == null ? ReceiverPage.sign(title) : ReceiverPage.signed(title, receipt.at());
    }

    private static ResponseEntity<byte[]> nothing() {
        return ReceiverPage.answer(HttpStatus.NOT_FOUND, ReceiverPage.NOTHING);
    }
}
