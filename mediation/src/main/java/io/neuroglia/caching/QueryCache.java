package io.neuroglia.caching;

import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;
import java.security.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps successful answers of queries for a time. Applications ask it to forget; what reads and fills it is the behavior
 * of cached queries.
 *
 * <p>Inside an open unit of work it is neither read nor filled, because what the unit has changed is seen by nobody else
 * yet and may be rolled back. Thread-safe.
 *
 * @since 0.1
 */
public interface QueryCache {
    /**
     * The answer that is kept, or a computed one, which is kept if it is a success. Callers that miss the same key at the
     * same time share one computation, but not one that began before an eviction of its key. What the shared computation
     * throws or refuses concerns its own caller; the others compute for themselves.
     *
     * @param key what is asked, and for whom
     * @param timeToLive how long a computed answer is kept; positive
     * @param computation called on this thread, at most once
     * @param <T> the data of a successful answer
     * @return a success that may be shared with other callers, or what the computation answered
     * @throws Exception what the computation throws; {@link InterruptedException} while waiting for another caller's
     */
    <T> OperationResult<T> answer(Key key, Duration timeToLive, Computation<T> computation) throws Exception;

    /**
     * Forgets answers, those to all principals; computations that are under way are not kept. Inside an open unit of work
     * this happens once it has committed, before its caller goes on; never if it rolls back. Otherwise at once.
     *
     * @param queryType exact class of the queries
     * @param which tells the queries whose answers to forget
     * @param <Q> the queries
     */
    <Q extends Query<?>> void evict(Class<Q> queryType, Predicate<? super Q> which);

    /**
     * Forgets all answers to queries of a type, otherwise as {@link #evict(Class, Predicate)}.
     *
     * @param queryType exact class of the queries
     */
    default void evict(Class<? extends Query<?>> queryType) {
        evict(queryType, query -> true);
    }

    /**
     * What is asked, and for whom: two callers share an answer if these are equal.
     *
     * @param query a record, or another class with equality by value
     * @param principal whose answer it is; null when it is the same for all, or nobody is known
     * @since 0.1
     */
    record Key(Query<?> query, @Nullable Principal principal) {
        /**
         * Checks that something is asked.
         *
         * @throws NullPointerException if the query is null
         */
        public Key {
            Objects.requireNonNull(query, "query");
        }
    }

    /**
     * Finds the answer.
     *
     * @param <T> the data of a successful answer
     * @since 0.1
     */
    @FunctionalInterface
    interface Computation<T> {
        /**
         * Finds the answer.
         *
         * @return the answer, never null
         * @throws Exception to give none
         */
        OperationResult<T> compute() throws Exception;
    }
}
