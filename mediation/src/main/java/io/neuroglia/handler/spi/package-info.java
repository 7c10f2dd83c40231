/**
 * For generated code only: how the index that the compiler wrote tells the application which handlers exist. People
 * call {@link io.neuroglia.handler} and {@code io.neuroglia.mediation}.
 */
@NullMarked
package io.neuroglia.handler.spi;

import org.jspecify.annotations.NullMarked;
