/**
 * Records what became of deliveries, in batches. Begin at {@link io.neuroglia.delivery.recording.Recorder}.
 *
 * <pre>{@code
 * recorder.add(outcome);          // any thread
 * recorder.write(connection, me); // the worker's thread
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery.recording;

import org.jspecify.annotations.NullMarked;
