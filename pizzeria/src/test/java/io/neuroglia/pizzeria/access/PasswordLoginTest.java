package io.neuroglia.pizzeria.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordLoginTest {
    private final AtomicInteger hashes = new AtomicInteger();
    private final PasswordLogin login = new PasswordLogin(
            new Accounts(new AccessSettings(List.of(), true), new CountingEncoder()),
            new VerifiedLogins(() -> 0),
            new FailedLogins(() -> 0));

    @Test
    void a_manager_is_also_staff() {
        Authentication peach = login("peach", "peach-demo");

        assertThat(peach.isAuthenticated()).isTrue();
        assertThat(peach.getName()).isEqualTo("peach");
        assertThat(peach.getCredentials()).isNull();
        assertThat(peach.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("ROLE_CUSTOMER", "ROLE_STAFF", "ROLE_MANAGER");
    }

    @Test
    void staff_are_no_managers() {
        assertThat(login("luigi", "luigi-demo").getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("ROLE_CUSTOMER", "ROLE_STAFF");
    }

    @Test
    void a_verified_login_is_not_hashed_again() {
        login("luigi", "luigi-demo");
        login("luigi", "luigi-demo");

        assertThat(hashes).hasValue(1);
    }

    @Test
    void guessing_ends_after_five_attempts_but_not_for_who_is_verified() {
        login("luigi", "luigi-demo");
        for (int i = 0; i < 5; i++) {
            String guess = "guess" + i;
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> login("luigi", guess));
        }
        hashes.set(0);

        assertThatExceptionOfType(TooManyFailedLoginsException.class).isThrownBy(() -> login("luigi", "guess"));
        assertThat(login("luigi", "luigi-demo").isAuthenticated()).isTrue();
        assertThat(hashes).hasValue(0);
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_known_one() {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> login("bowser", "fire"));

        assertThat(hashes).hasValue(1);
    }

    private Authentication login(String name, String password) {
        return login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }

    /** Compares as it is, and counts. */
    private final class CountingEncoder implements PasswordEncoder {
        @Override
        public String encode(CharSequence password) {
            return password.toString();
        }

        @Override
        public boolean matches(CharSequence password, String encoded) {
            hashes.incrementAndGet();
            return password.toString().equals(encoded);
        }
    }
}
