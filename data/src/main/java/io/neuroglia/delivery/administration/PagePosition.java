package io.neuroglia.delivery.administration;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended: the last row's place in the order of all. Written as one word that fits into an address. */
record PagePosition(OffsetDateTime storedAt, UUID eventId, String handler) {
    private static final int PARTS = 3;

    static PagePosition after(OpenDelivery last) {
        return new PagePosition(
                last.event().storedAt().atOffset(ZoneOffset.UTC), last.event().id(), last.handler());
    }

    static PagePosition parse(String word) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", PARTS);
            if (parts.length == PARTS) {
                return new PagePosition(OffsetDateTime.parse(parts[0]), UUID.fromString(parts[1]), parts[2]);
            }
            throw new IllegalArgumentException(parts.length + " parts");
        } catch (IllegalArgumentException | DateTimeException cause) {
            throw new IllegalArgumentException(
                    "No page begins at " + word + ". Give back what the page before named as its next.", cause);
        }
    }

    String word() {
        String text = storedAt + "\n" + eventId + "\n" + handler;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
