package io.neuroglia.result;

/**
 * Implemented by exceptions that mean an outcome rather than a bug, such as a version conflict. The outermost link of
 * every pipeline, and the edge, turn such an exception into the failure it names.
 *
 * @since 0.1
 */
public interface ProblemSource {
    /**
     * The outcome this exception stands for.
     *
     * @return a problem whose words may be shown to the caller
     */
    Problem problem();
}
