/**
 * What is sent: requests that are commands to all rivals, and handlers that serve them all. The compiler writes a
 * thousand of each here; fifty, when it does not compile for the jar that measures.
 *
 * <pre>{@code
 * TextRequest request = AllMessages.requests().get(42); // a Request0042
 * TextHandler<?> handler = AllMessages.handlers().get(42); // its Handler0042
 * }</pre>
 */
@NullMarked
@GenerateMessages
package io.neuroglia.benchmarks.message;

import io.neuroglia.benchmarks.generator.GenerateMessages;
import org.jspecify.annotations.NullMarked;
