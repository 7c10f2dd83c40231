/**
 * Processes that never outlive the one that started them, not even when that one is killed or they are stopped.
 *
 * <pre>{@code
 * GuardedProcess process = GuardedProcess.launch(command, log, "KILL");
 * process.signal("STOP");
 * }</pre>
 */
@NullMarked
package io.neuroglia.chaos.process;

import org.jspecify.annotations.NullMarked;
