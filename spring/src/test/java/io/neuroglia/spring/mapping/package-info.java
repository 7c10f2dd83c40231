@NullMarked
package io.neuroglia.spring.mapping;

import org.jspecify.annotations.NullMarked;
