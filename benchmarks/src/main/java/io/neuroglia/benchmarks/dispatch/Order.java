package io.neuroglia.benchmarks.dispatch;

/** How the types of request take turns. */
public enum Order {
    /** One after another, again and again: the processor learns which handler comes next. */
    ROTATING,
    /** Without any rule: the processor cannot know which handler comes next, and most of the time is its wrong guesses. */
    SHUFFLED
}
