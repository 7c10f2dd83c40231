package io.neuroglia.behavior.validation;

/** What {@link Ordered} can be put on. */
interface Range {
    int from();

    int to();
}
