package io.neuroglia.indexed.ba5;

import io.neuroglia.handler.spi.IndexPointer;
import javax.annotation.processing.Generated;

/** Leads the compilation of an application to an index. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@IndexPointer("shop.notification.NeurogliaIndex")
interface shop_notification_NeurogliaIndex {}
