/**
 * What surrounds every handler: behaviors, ordered by named stages and composed once, when a request is first sent or described.
 *
 * <pre>{@code
 * final class AuditBehavior implements PipelineBehavior<Command<?>> {
 *     @Override
 *     public Stage stage() { return Stage.OBSERVE; }
 *
 *     @Override
 *     public <T> OperationResult<T> handle(Command<?> request, Next<Command<?>, T> next) throws Exception { … }
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.pipeline;

import org.jspecify.annotations.NullMarked;
