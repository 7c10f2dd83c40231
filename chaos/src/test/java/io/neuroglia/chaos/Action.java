package io.neuroglia.chaos;

/**
 * One thing to do in a run.
 *
 * @param at when, in milliseconds
 * @param step what
 */
record Action(long at, Step step) {

    /** What is done. */
    interface Step {
        void run() throws Exception;
    }
}
