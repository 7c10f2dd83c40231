package io.neuroglia.pizzeria.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * Slows down guessing: after some failed logins to one account from one address, or to whichever accounts from one
 * address, further ones are refused for a pause that doubles each time. An attempt counts when it begins, so that many
 * at once gain nothing, and is forgotten when it succeeds. Thread-safe; bounded.
 */
final class FailedLogins {
    private static final int FREE_FOR_ACCOUNT = 5;
    private static final int FREE_FOR_ADDRESS = 100;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_PAUSE_DOUBLINGS = 6;
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int MOST_ENTRIES = 10_000;
    private static final String ANY_ACCOUNT = "";

    private final Cache<Origin, Attempts> attempts;
    private final Ticker ticker;

    FailedLogins(Ticker ticker) {
        this.ticker = ticker;
        attempts = Caffeine.newBuilder()
                .maximumSize(MOST_ENTRIES)
                .expireAfterWrite(MEMORY)
                .ticker(ticker)
                .build();
    }

    /**
     * Counts an attempt that is about to be made.
     *
     * @throws TooManyFailedLoginsException if it comes too early; then it does not count
     */
    void begin(String account, String address) {
        count(new Origin(account, address), FREE_FOR_ACCOUNT);
        count(new Origin(ANY_ACCOUNT, address), FREE_FOR_ADDRESS);
    }

    /** Forgets the attempts to an account from an address, because one succeeded. */
    void succeeded(String account, String address) {
        attempts.invalidate(new Origin(account, address));
    }

    private void count(Origin origin, int free) {
        attempts.asMap()
                .compute(
                        origin,
                        (key, before) -> (before == null ? Attempts.NONE : before).oneMore(ticker.read(), free));
    }

    private record Origin(String account, String address) {}

    /** How many failed, and until when further ones are refused. */
    private record Attempts(int count, long refusedUntil) {
        private static final Attempts NONE = new Attempts(0, 0);

        Attempts oneMore(long now, int free) {
            if (count >= free && refusedUntil - now > 0) {
                throw new TooManyFailedLoginsException(Duration.ofNanos(refusedUntil - now));
            }
            int doublings = Math.clamp(count + 1L - free, 0, LONGEST_PAUSE_DOUBLINGS);
            return new Attempts(count + 1, now + FIRST_PAUSE.toNanos() * (1L << doublings));
        }
    }
}
