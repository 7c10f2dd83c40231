package io.neuroglia.indexed.b9c;

import io.neuroglia.handler.spi.IndexPointer;
import javax.annotation.processing.Generated;

/** Leads the compilation of an application to an index. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@IndexPointer("shop.ordering.NeurogliaIndex")
interface shop_ordering_NeurogliaIndex {}
