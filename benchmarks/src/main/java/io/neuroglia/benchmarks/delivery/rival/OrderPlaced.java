package io.neuroglia.benchmarks.delivery.rival;

import io.neuroglia.message.DomainEvent;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The event that all rivals store and deliver.
 *
 * @param order a number of its own
 * @param customer who ordered
 * @param address where to
 * @param total the price
 * @param estimatedReady when it is expected to be ready
 * @param paymentMethod how it is paid
 * @param remarks words that give the event its size
 */
public record OrderPlaced(
        int order,
        String customer,
        String address,
        BigDecimal total,
        Instant estimatedReady,
        String paymentMethod,
        String remarks)
        implements DomainEvent, Serializable {
    /** Bytes as JSON, unless something else is asked for. */
    public static final int SMALL = 300;

    private static final int WITHOUT_REMARKS = 180;
    private static final int WORDS = 200;
    private static final Map<Integer, String> REMARKS = new ConcurrentHashMap<>();

    /** An order of ordinary size. */
    public static OrderPlaced of(int order) {
        return of(order, SMALL);
    }

    /**
     * An order.
     *
     * @param bytes about how many it has as JSON
     */
    public static OrderPlaced of(int order, int bytes) {
        return new OrderPlaced(
                order,
                "Mario Rossi",
                "1 Main Street, Springfield",
                new BigDecimal("27.50"),
                Instant.parse("2026-11-25T18:30:00Z"),
                "credit_card",
                REMARKS.computeIfAbsent(bytes, OrderPlaced::remarks));
    }

    /** Random words of a small vocabulary, which a database compresses about as well as prose. */
    private static String remarks(int bytes) {
        int length = Math.max(0, bytes - WITHOUT_REMARKS);
        Random random = new Random(1);
        String[] words = new String[WORDS];
        for (int word = 0; word < WORDS; word++) {
            words[word] = random.ints(3L + random.nextInt(7), 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(words[random.nextInt(WORDS)]).append(' ');
        }
        return text.substring(0, length);
    }
}
