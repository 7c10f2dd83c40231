package io.neuroglia.message;

import java.util.stream.Stream;

/**
 * A query answered by a stream that is read while it is produced. It goes through the pipeline like any query, so a
 * refusal is a failed result; the caller closes the stream.
 *
 * @param <T> type of the stream's elements
 * @since 0.1
 */
public interface StreamQuery<T> extends Query<Stream<T>> {}
