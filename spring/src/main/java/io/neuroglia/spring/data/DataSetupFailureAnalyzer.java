package io.neuroglia.spring.data;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Spring Boot print what to do instead of a stack trace. */
final class DataSetupFailureAnalyzer extends AbstractFailureAnalyzer<DataSetupException> {

    /** Called by Spring Boot. */
    DataSetupFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataSetupException cause) {
        return new FailureAnalysis(cause.situation(), cause.remedy(), cause);
    }
}
