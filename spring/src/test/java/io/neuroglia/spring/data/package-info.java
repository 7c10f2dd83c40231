/** Tests of Spring's transactions and of durable delivery in an application, on a real database. */
@NullMarked
package io.neuroglia.spring.data;

import org.jspecify.annotations.NullMarked;
