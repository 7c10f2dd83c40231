package io.neuroglia.behavior.caching;

import io.neuroglia.caching.Cached;
import io.neuroglia.caching.Evicts;
import io.neuroglia.message.Command;
import io.neuroglia.message.Query;
import io.neuroglia.message.StreamQuery;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the annotations of a request type say about the cache. */
sealed interface CachingPolicy {
    /**
     * Reads the annotations of a request type.
     *
     * @throws IllegalStateException if they contradict what it is
     */
    static CachingPolicy of(Class<?> requestType) {
        @Nullable Cached cached = requestType.getAnnotation(Cached.class);
        @Nullable Evicts evicts = requestType.getAnnotation(Evicts.class);
        if (evicts != null) {
            require(Command.class.isAssignableFrom(requestType), requestType, "@Evicts belongs on commands only");
        }
        if (cached != null) {
            require(
                    Query.class.isAssignableFrom(requestType),
                    requestType,
                    "@Cached belongs on queries only, since a command changes something each time");
            require(
                    !StreamQuery.class.isAssignableFrom(requestType),
                    requestType,
                    "@Cached belongs on no stream, which is read only once");
            return Keep.of(requestType, cached);
        }
        return evicts == null ? new None() : new Forget(List.of(evicts.value()));
    }

    private static void require(boolean condition, Class<?> requestType, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise + ". Remove the annotation from " + requestType.getName() + ".");
        }
    }

    /** The cache is no concern of the request. */
    record None() implements CachingPolicy {}

    /** Answers are kept. */
    record Keep(Duration timeToLive, boolean perPrincipal, AnswerType answers) implements CachingPolicy {
        private static Keep of(Class<?> queryType, Cached cached) {
            Duration timeToLive = Duration.ofHours(cached.hours())
                    .plusMinutes(cached.minutes())
                    .plusSeconds(cached.seconds());
            if (!timeToLive.isPositive()
                    || Math.min(cached.hours(), Math.min(cached.minutes(), cached.seconds())) < 0) {
                throw new IllegalStateException("@Cached of " + queryType.getName() + " gives no positive time ("
                        + timeToLive + "). Say how long, such as @Cached(minutes = 5).");
            }
            return new Keep(timeToLive, cached.perPrincipal(), AnswerType.of(queryType));
        }
    }

    /** Answers of others are forgotten. */
    record Forget(List<Class<? extends Query<?>>> queryTypes) implements CachingPolicy {}
}
