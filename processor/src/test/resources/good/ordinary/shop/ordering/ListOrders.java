package shop.ordering;

import io.neuroglia.message.StreamQuery;
import java.util.List;
import java.util.Map;

record ListOrders() implements StreamQuery<Map<String, List<? extends Number>>> {}
