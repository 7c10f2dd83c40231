package io.neuroglia.spring.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of deliveries as the endpoint shows it. */
record ShownPage(List<ShownDelivery> deliveries, @Nullable String next) {}
