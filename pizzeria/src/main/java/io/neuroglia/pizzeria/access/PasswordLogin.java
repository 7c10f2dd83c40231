package io.neuroglia.pizzeria.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Logs in by name and password. Thread-safe. */
final class PasswordLogin implements AuthenticationProvider {
    private final Accounts accounts;
    private final VerifiedLogins verified;
    private final FailedLogins failed;

    PasswordLogin(Accounts accounts, VerifiedLogins verified, FailedLogins failed) {
        this.accounts = accounts;
        this.verified = verified;
        this.failed = failed;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String name = login.getName();
        String password = String.valueOf(login.getCredentials());
        String address = addressIn(login.getDetails());
        Account account = verified.find(name, password, () -> verify(name, password, address))
                .orElseThrow(() -> new BadCredentialsException("Wrong name or password."));
        UsernamePasswordAuthenticationToken loggedIn = UsernamePasswordAuthenticationToken.authenticated(
                account.name(), null, account.role().authorities());
        loggedIn.setDetails(login.getDetails());
        return loggedIn;
    }

    private Optional<Account> verify(String name, String password, String address) {
        failed.begin(name, address);
        Optional<Account> account = accounts.find(name, password);
        account.ifPresent(found -> failed.succeeded(name, address));
        return account;
    }

    private static String addressIn(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web ? String.valueOf(web.getRemoteAddress()) : "";
    }
}
