package io.neuroglia.handler.spi;

import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.result.OperationResult;

/**
 * One link of a request's pipeline. A class and not only an interface, because the call of the outermost link is the one
 * call of a dispatch whose target nobody can foresee: a virtual machine finds the method of a class with one look into
 * its table, that of an interface by a search. Thread-safe; all fields are final, so that a thread that sees a link sees
 * it whole.
 *
 * @param <R> the request
 * @param <T> the data of its answer
 * @since 0.1
 */
public abstract class Link<R extends Request<T>, T> implements Next<R, T> {
    /** For generated links. */
    protected Link() {}

    @Override
    public abstract OperationResult<T> handle(R request) throws Exception;
}
