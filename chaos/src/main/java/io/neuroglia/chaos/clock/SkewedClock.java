package io.neuroglia.chaos.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The clock that is read instead of the machine's. Public, because rewritten classes call it. */
public final class SkewedClock {
    private static volatile Duration skew = Duration.ZERO;

    private SkewedClock() {}

    static void shift(Duration by) {
        skew = by;
    }

    /** In the place of {@code System.currentTimeMillis()}. */
    public static long currentTimeMillis() {
        return System.currentTimeMillis() + skew.toMillis();
    }

    /** In the place of {@code Instant.now()}. */
    public static Instant instant() {
        return Instant.now().plus(skew);
    }

    /** In the place of {@code OffsetDateTime.now()}. */
    public static OffsetDateTime offsetDateTime() {
        return OffsetDateTime.now(systemDefaultZone());
    }

    /** In the place of {@code ZonedDateTime.now()}. */
    public static ZonedDateTime zonedDateTime() {
        return ZonedDateTime.now(systemDefaultZone());
    }

    /** In the place of {@code LocalDateTime.now()}. */
    public static LocalDateTime localDateTime() {
        return LocalDateTime.now(systemDefaultZone());
    }

    /** In the place of {@code LocalDate.now()}. */
    public static LocalDate localDate() {
        return LocalDate.now(systemDefaultZone());
    }

    /** In the place of {@code Clock.systemUTC()}. */
    public static Clock systemUtc() {
        return Clock.offset(Clock.systemUTC(), skew);
    }

    /** In the place of {@code Clock.systemDefaultZone()}. */
    public static Clock systemDefaultZone() {
        return Clock.offset(Clock.system(ZoneId.systemDefault()), skew);
    }
}
