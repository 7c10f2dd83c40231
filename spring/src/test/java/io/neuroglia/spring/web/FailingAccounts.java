package io.neuroglia.spring.web;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Accounts of which one cannot be read, as if the database were gone. */
record FailingAccounts(UserDetailsService accounts) implements UserDetailsService {
    @Override
    public UserDetails loadUserByUsername(String name) {
        if (name.equals("unreadable")) {
            throw new DataAccessResourceFailureException("jdbc:postgresql://secret refused");
        }
        if (name.equals("hasty")) {
            throw new TooManyAttemptsException();
        }
        return accounts.loadUserByUsername(name);
    }
}
