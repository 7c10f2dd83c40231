package io.neuroglia.indexed.b96;

import io.neuroglia.handler.spi.IndexPointer;
import javax.annotation.processing.Generated;

/** Leads the compilation of an application to an index. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@IndexPointer("contract.NeurogliaIndex")
interface contract_NeurogliaIndex {}
