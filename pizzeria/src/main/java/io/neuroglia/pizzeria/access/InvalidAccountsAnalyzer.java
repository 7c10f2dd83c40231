package io.neuroglia.pizzeria.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set, instead of a stack trace. */
final class InvalidAccountsAnalyzer extends AbstractFailureAnalyzer<InvalidAccountsException> {

    InvalidAccountsAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidAccountsException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set pizzeria.accounts[0].name, pizzeria.accounts[0].password (plain, or hashed such as {bcrypt}$2a$…)"
                        + " and pizzeria.accounts[0].role (CUSTOMER, STAFF or MANAGER), as settings or as environment"
                        + " variables (PIZZERIA_ACCOUNTS_0_NAME …); or leave out pizzeria.demo-accounts to try the"
                        + " pizzeria with its demo accounts.",
                cause);
    }
}
