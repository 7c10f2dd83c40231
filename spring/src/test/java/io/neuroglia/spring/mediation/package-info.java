/** Tests of how an application's handlers are found and wired. */
@NullMarked
package io.neuroglia.spring.mediation;

import org.jspecify.annotations.NullMarked;
