/** The rules of the house: they read all modules' sources and classes, and belong to none. */
@NullMarked
package io.neuroglia.conventions;

import org.jspecify.annotations.NullMarked;
