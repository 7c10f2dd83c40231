package io.neuroglia.benchmarks.dispatch;

import io.neuroglia.result.OperationResult;

/** A rival that is set up for a rotation. There is one in each forked JVM, so calling it costs the same nothing for all. */
@FunctionalInterface
interface Sender {
    /**
     * Sends one request of the rotation.
     *
     * @param turn its place
     * @return what its handler answered
     */
    OperationResult<String> send(int turn);
}
