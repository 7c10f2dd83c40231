package io.neuroglia.pizzeria.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neuroglia.pizzeria.access.AccessSettings.AccountSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccountsTest {
    private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @Test
    void without_configured_accounts_there_are_three_for_trying() {
        Accounts accounts = accounts(true);

        assertThat(accounts.areDemo()).isTrue();
        assertThat(accounts.find("luigi", "luigi-demo")).map(Account::role).contains(Role.STAFF);
        assertThat(accounts.find("toad", "toad-demo")).map(Account::role).contains(Role.STAFF);
        assertThat(accounts.find("peach", "peach-demo")).map(Account::role).contains(Role.MANAGER);
        assertThat(accounts.find("peach", "luigi-demo")).isEmpty();
        assertThat(accounts.find("mario", "mario-demo")).isEmpty();
    }

    @Test
    void configured_accounts_replace_those_for_trying() {
        Accounts accounts = accounts(true, account("daisy", "flower", Role.MANAGER));

        assertThat(accounts.areDemo()).isFalse();
        assertThat(accounts.find("daisy", "flower")).map(Account::role).contains(Role.MANAGER);
        assertThat(accounts.find("peach", "peach-demo")).isEmpty();
    }

    @Test
    void a_password_is_configured_plain_or_hashed_and_kept_hashed() {
        Accounts accounts = accounts(
                false, account("plain", "flower", Role.STAFF), account("hashed", ENCODER.encode("flower"), Role.STAFF));

        assertThat(accounts.find("plain", "flower")).isPresent();
        assertThat(accounts.find("hashed", "flower")).isPresent();
        assertThat(accounts.find("plain", "flower").orElseThrow().passwordHash())
                .startsWith("{bcrypt}");
        assertThat(accounts).hasToString("[plain (STAFF), hashed (STAFF)]");
    }

    @Test
    void without_any_account_nothing_starts() {
        assertThatExceptionOfType(InvalidAccountsException.class)
                .isThrownBy(() -> accounts(false))
                .withMessageContaining("pizzeria.demo-accounts=false");
    }

    @ParameterizedTest
    @CsvSource({
        ", secret, STAFF, pizzeria.accounts[1].name is missing.",
        "' ', secret, STAFF, pizzeria.accounts[1].name is missing.",
        "toad, , STAFF, pizzeria.accounts[1].password is missing.",
        "toad, secret, , pizzeria.accounts[1].role is missing.",
        "first, secret, STAFF, 'pizzeria.accounts[1].name is ''first'', which an earlier account has already.'",
        "toad, {rot13}frperg, STAFF, 'pizzeria.accounts[1].password begins like a hash, but of no known kind:"
                + " {rot13}.'",
        "a:b, secret, STAFF, pizzeria.accounts[1].name is 'a:b'; HTTP Basic allows no colon in a name.",
    })
    void an_incomplete_account_is_named(
            @Nullable String name, @Nullable String password, @Nullable Role role, String message) {
        assertThatExceptionOfType(InvalidAccountsException.class)
                .isThrownBy(() -> accounts(true, account("first", "x", Role.STAFF), account(name, password, role)))
                .withMessage(message);
    }

    private static Accounts accounts(boolean demo, AccountSettings... configured) {
        return new Accounts(new AccessSettings(List.of(configured), demo), ENCODER);
    }

    private static AccountSettings account(@Nullable String name, @Nullable String password, @Nullable Role role) {
        return new AccountSettings(name, password, role);
    }
}
