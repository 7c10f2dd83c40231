package io.neuroglia.indexed.b32;

import io.neuroglia.handler.spi.IndexPointer;
import javax.annotation.processing.Generated;

/** Leads the compilation of an application to an index. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@IndexPointer("shop.NeurogliaIndex")
interface shop_NeurogliaIndex {}
