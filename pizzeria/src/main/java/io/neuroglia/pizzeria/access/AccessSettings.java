package io.neuroglia.pizzeria.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may log in.
 *
 * @param accounts all accounts; none by default
 * @param demoAccounts whether three well-known accounts exist while no others are configured
 */
@ConfigurationProperties("pizzeria")
record AccessSettings(
        @DefaultValue List<AccountSettings> accounts,
        @DefaultValue("true") boolean demoAccounts) {

    /**
     * One account as it is configured.
     *
     * @param name by which one logs in
     * @param password plain, or hashed with its kind before it, such as {@code {bcrypt}$2a$…}
     * @param role what the account may do
     */
    record AccountSettings(
            @Nullable String name,
            @Nullable String password,
            @Nullable Role role) {}
}
