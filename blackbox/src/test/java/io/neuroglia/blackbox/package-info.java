/** Uses the packed jars as a user would: with a compiler and a JVM of its own. */
@NullMarked
package io.neuroglia.blackbox;

import org.jspecify.annotations.NullMarked;
