/** For the starter's own packages only; what is here may change without notice. */
@NullMarked
package io.neuroglia.spring.internal;

import org.jspecify.annotations.NullMarked;
