/** Tests of what the starter's packages share. */
@NullMarked
package io.neuroglia.spring.internal;

import org.jspecify.annotations.NullMarked;
