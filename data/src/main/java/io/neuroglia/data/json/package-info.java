/**
 * The JSON that is stored: one fixed form, whatever the application's own JSON looks like on the wire.
 *
 * <pre>{@code
 * String json = StoredJson.write(placed);
 * OrderPlaced read = StoredJson.read(json, OrderPlaced.class);
 * }</pre>
 */
@NullMarked
package io.neuroglia.data.json;

import org.jspecify.annotations.NullMarked;
