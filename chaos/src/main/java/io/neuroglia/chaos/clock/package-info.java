/**
 * A wall clock that is wrong: a Java agent that shifts the time which an application and its libraries read.
 *
 * <pre>{@code
 * java -javaagent:skew.jar=-3600000 …
 * }</pre>
 */
@NullMarked
package io.neuroglia.chaos.clock;

import org.jspecify.annotations.NullMarked;
