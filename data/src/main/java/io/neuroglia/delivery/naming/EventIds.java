package io.neuroglia.delivery.naming;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that begin with a time, so that rows written together lie together in the index. */
final class EventIds {
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private EventIds() {}

    /**
     * A version 7 UUID. The clock only helps locality; nothing is ordered by it. Ids are no secrets, so the 74 random bits
     * come from a generator for which threads need not wait.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, section 5.7</a>
     */
    static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis() << 16;
        long versionAndRandom = 0x7000L | (random.nextLong() & 0xFFFL);
        return new UUID(time | versionAndRandom, VARIANT | (random.nextLong() >>> 2));
    }
}
