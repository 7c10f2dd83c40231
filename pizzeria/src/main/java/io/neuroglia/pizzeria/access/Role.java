package io.neuroglia.pizzeria.access;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody is to the pizzeria. Each role may do all that the ones before it may. */
public enum Role {
    /** Anyone: needs no login. */
    CUSTOMER,
    /** Works in the kitchen or at the counter. */
    STAFF,
    /** Runs the pizzeria. */
    MANAGER;

    String authority() {
        return "ROLE_" + name();
    }

    /** The authorities of this role and of those before it. */
    List<GrantedAuthority> authorities() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }
}
