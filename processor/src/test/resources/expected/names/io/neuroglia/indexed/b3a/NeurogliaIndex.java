package io.neuroglia.indexed.b3a;

import io.neuroglia.handler.spi.IndexPointer;
import javax.annotation.processing.Generated;

/** Leads the compilation of an application to an index. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@IndexPointer("NeurogliaIndex")
interface NeurogliaIndex {}
