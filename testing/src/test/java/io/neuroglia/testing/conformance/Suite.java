package io.neuroglia.testing.conformance;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a test class within a test. */
final class Suite implements TestExecutionListener {
    /** What the test class is made for, to be asked for as a configuration parameter. */
    static final String FLAW = "flaw";

    private final Set<String> passed = new TreeSet<>();
    private final Set<String> failed = new TreeSet<>();

    static Suite run(Class<?> tests, Enum<?> flaw) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameter(FLAW, flaw.name())
                .build();
        Suite suite = new Suite();
        LauncherFactory.create().execute(request, suite);
        return suite;
    }

    /** Names of methods. */
    Set<String> passed() {
        return passed;
    }

    /** Names of methods; of classes, if those could not be set up. */
    Set<String> failed() {
        return failed;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String name = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getDisplayName());
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            failed.add(name);
        } else if (test.isTest()) {
            passed.add(name);
        }
    }
}
