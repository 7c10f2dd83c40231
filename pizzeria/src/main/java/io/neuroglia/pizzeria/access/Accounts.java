package io.neuroglia.pizzeria.access;

import io.neuroglia.pizzeria.access.AccessSettings.AccountSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** All accounts. Immutable; thread-safe. */
final class Accounts {
    private static final List<AccountSettings> DEMO = List.of(
            new AccountSettings("luigi", "luigi-demo", Role.STAFF),
            new AccountSettings("toad", "toad-demo", Role.STAFF),
            new AccountSettings("peach", "peach-demo", Role.MANAGER));
    private static final Pattern HASHED = Pattern.compile("\\{[^}]+}.+");

    private final Map<String, Account> byName = new LinkedHashMap<>();
    private final PasswordEncoder encoder;
    private final String nobodysHash;
    private final boolean demo;

    /**
     * The configured accounts, or the demo accounts if there are none.
     *
     * @throws InvalidAccountsException if there would be no account, or one is not complete
     */
    Accounts(AccessSettings settings, PasswordEncoder encoder) {
        this.encoder = encoder;
        nobodysHash = encoder.encode(UUID.randomUUID().toString());
        demo = settings.accounts().isEmpty();
        if (demo && !settings.demoAccounts()) {
            throw new InvalidAccountsException(
                    "No accounts are configured, and pizzeria.demo-accounts=false forbids the demo accounts, so nobody"
                            + " could work here.");
        }
        List<AccountSettings> configured = demo ? DEMO : settings.accounts();
        for (int i = 0; i < configured.size(); i++) {
            add(configured.get(i), "pizzeria.accounts[" + i + "]");
        }
    }

    private void add(AccountSettings settings, String path) {
        String name = required(settings.name(), path + ".name");
        if (name.indexOf(':') >= 0) {
            throw new InvalidAccountsException(path + ".name is '" + name + "'; HTTP Basic allows no colon in a name.");
        }
        String password = required(settings.password(), path + ".password");
        String hash = HASHED.matcher(password).matches() ? known(password, path) : encoder.encode(password);
        Role role = settings.role();
        if (role == null) {
            throw new InvalidAccountsException(path + ".role is missing.");
        }
        if (byName.put(name, new Account(name, hash, role)) != null) {
            throw new InvalidAccountsException(path + ".name is '" + name + "', which an earlier account has already.");
        }
    }

    /** Better now than at each login: a hash of an unknown kind cannot be compared with anything. */
    private String known(String hash, String path) {
        try {
            encoder.matches("any", hash);
            return hash;
        } catch (IllegalArgumentException unknown) {
            throw new InvalidAccountsException(path + ".password begins like a hash, but of no known kind: "
                    + hash.substring(0, hash.indexOf('}') + 1) + ".");
        }
    }

    private static String required(@Nullable String value, String path) {
        if (value == null || value.isBlank()) {
            throw new InvalidAccountsException(path + " is missing.");
        }
        return value;
    }

    /** The account with this name and password. Takes equally long when there is no such name. */
    Optional<Account> find(String name, String password) {
        Account account = byName.get(name);
        boolean right = encoder.matches(password, account == null ? nobodysHash : account.passwordHash());
        return right ? Optional.ofNullable(account) : Optional.empty();
    }

    boolean areDemo() {
        return demo;
    }

    @Override
    public String toString() {
        return byName.values().toString();
    }
}
