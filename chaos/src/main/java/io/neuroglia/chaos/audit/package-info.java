/**
 * Counts what was lost, doubled and done out of turn, by its own SQL on the application's tables and by the journals
 * that processes leave behind; it uses nothing of the library.
 *
 * <pre>{@code
 * Findings findings = new Audit(dataSource).findings(journals, incidents);
 * }</pre>
 */
@NullMarked
package io.neuroglia.chaos.audit;

import org.jspecify.annotations.NullMarked;
