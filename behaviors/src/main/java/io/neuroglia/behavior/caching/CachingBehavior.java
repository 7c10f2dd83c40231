package io.neuroglia.behavior.caching;

import io.neuroglia.caching.Cached;
import io.neuroglia.caching.Evicts;
import io.neuroglia.caching.QueryCache;
import io.neuroglia.context.RequestContext;
import io.neuroglia.message.Query;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.security.Principal;
import java.util.Objects;

/**
 * Answers queries that are {@link Cached} from a cache, and has it forget what commands say they {@linkplain Evicts make
 * wrong}, when their transaction has ended and before their caller goes on. All other requests go without this behavior.
 * Authorization and validation stand before it, so a kept answer is given only to those who may ask. Thread-safe.
 *
 * @since 0.1
 */
public final class CachingBehavior implements PipelineBehavior<Request<?>> {
    private final QueryCache cache;
    private final ClassValue<CachingPolicy> policies = new ClassValue<>() {
        @Override
        protected CachingPolicy computeValue(Class<?> requestType) {
            return CachingPolicy.of(requestType);
        }
    };

    /**
     * Keeps answers in this cache.
     *
     * @param cache serves all threads
     */
    public CachingBehavior(QueryCache cache) {
        this.cache = Objects.requireNonNull(cache, "cache");
    }

    @Override
    public Stage stage() {
        return Stage.CACHE;
    }

    /**
     * Whether a request is cached or evicts.
     *
     * @throws IllegalStateException if its annotations contradict what it is: a cached command or stream, no positive time
     */
    @Override
    public boolean appliesTo(Class<?> requestType) {
        return !(policies.get(requestType) instanceof CachingPolicy.None);
    }

    @Override
    public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
        return switch (policies.get(request.getClass())) {
            case CachingPolicy.Keep keep -> answer((Query<?>) request, keep, next);
            case CachingPolicy.Forget forget -> execute(request, forget, next);
            case CachingPolicy.None none -> next.handle(request);
        };
    }

    private <T> OperationResult<T> answer(Query<?> query, CachingPolicy.Keep policy, Next<Request<?>, T> next)
            throws Exception {
        Principal principal = policy.perPrincipal()
                ? RequestContext.current().map(RequestContext::principal).orElse(null)
                : null;
        if (policy.perPrincipal() && principal == null) {
            return next.handle(query); // nobody can be told apart, so nothing may be shared
        }
        QueryCache.Key key = new QueryCache.Key(query, principal);
        return cache.answer(key, policy.timeToLive(), () -> policy.answers().unmodifiable(next.handle(query)));
    }

    private <T> OperationResult<T> execute(Request<?> command, CachingPolicy.Forget policy, Next<Request<?>, T> next)
            throws Exception {
        try {
            return next.handle(command);
        } finally {
            policy.queryTypes().forEach(cache::evict);
        }
    }
}
