package io.neuroglia.postgres.spring;

import io.neuroglia.postgres.EmbeddedPostgresException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the problem and its remedy instead of a stack trace. */
final class EmbeddedPostgresFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresException> {

    private static final String PROPERTIES = " The property neuroglia.postgres.data-dir chooses the directory;"
            + " spring.datasource.url chooses another database instead.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresException cause) {
        return new FailureAnalysis(cause.problem(), cause.remedy() + PROPERTIES, cause);
    }
}
