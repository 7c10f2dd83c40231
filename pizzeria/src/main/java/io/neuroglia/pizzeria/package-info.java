/**
 * Mario's Pizzeria, the application that shows the framework at work: one package for each feature, which know each
 * other in one direction ({@code money, text, access ← menu ← ordering ← kitchen, notification}).
 *
 * <pre>{@code
 * java -jar pizzeria.jar --server.port=9090
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria;

import org.jspecify.annotations.NullMarked;
