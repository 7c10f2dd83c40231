/** Tests of the web edge, most of them over real HTTP. */
@NullMarked
package io.neuroglia.spring.web;

import org.jspecify.annotations.NullMarked;
