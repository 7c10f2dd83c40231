/**
 * The port between behaviors and data: a unit of work brackets all changes of one command.
 *
 * <pre>{@code
 * return unitOfWork.execute(() -> next.handle(request));
 * }</pre>
 */
@NullMarked
package io.neuroglia.transaction;

import org.jspecify.annotations.NullMarked;
