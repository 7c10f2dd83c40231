package io.neuroglia.pizzeria.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a few minutes which names and passwords were right, because a good password hash is slow on purpose and
 * HTTP Basic sends the password each time. The password itself is not kept, only a hash keyed with a secret of this
 * process. The same login many times at once is verified once. Thread-safe; bounded.
 */
final class VerifiedLogins {
    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int MOST_ENTRIES = 1_000;
    private static final String KEYED_HASH = "HmacSHA256";

    private final AsyncCache<String, @Nullable Account> logins;
    private final SecretKeySpec secret;

    VerifiedLogins(Ticker ticker) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        secret = new SecretKeySpec(random, KEYED_HASH);
        logins = Caffeine.newBuilder()
                .maximumSize(MOST_ENTRIES)
                .expireAfterWrite(MEMORY)
                .ticker(ticker)
                .executor(Runnable::run)
                .buildAsync();
    }

    /**
     * The account of a login, remembered or verified now.
     *
     * @param verification the slow way; only what it finds is remembered; those who wait for it get what it found
     */
    Optional<Account> find(String name, String password, Supplier<Optional<Account>> verification) {
        CompletableFuture<@Nullable Account> mine = new CompletableFuture<>();
        CompletableFuture<@Nullable Account> first = logins.asMap().putIfAbsent(fingerprint(name, password), mine);
        if (first != null) {
            return Optional.ofNullable(first.join());
        }
        @Nullable Account found = null;
        try {
            found = verification.get().orElse(null);
        } finally {
            mine.complete(found);
        }
        return Optional.ofNullable(found);
    }

    private String fingerprint(String name, String password) {
        try {
            Mac mac = Mac.getInstance(KEYED_HASH);
            mac.init(secret);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("This Java platform lacks " + KEYED_HASH, cause);
        }
    }
}
