/** Wires Neuroglia into a Spring Boot application. */
@NullMarked
package io.neuroglia.spring;

import org.jspecify.annotations.NullMarked;
