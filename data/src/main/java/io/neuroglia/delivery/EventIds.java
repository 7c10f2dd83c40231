package io.neuroglia.delivery;

import java.util.UUID;

/** Ids that begin with a time, so that rows written together lie together in the index. */
final class EventIds {
    private EventIds() {}

    /**
     * A version 7 UUID. The clock only helps locality; nothing is ordered by it.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, section 5.7</a>
     */
    static UUID next() {
        UUID random = UUID.randomUUID();
        long time = System.currentTimeMillis() << 16;
        long versionAndRandom = 0x7000L | (random.getMostSignificantBits() & 0xFFFL);
        return new UUID(time | versionAndRandom, random.getLeastSignificantBits());
    }
}
