package io.neuroglia.processor;

/** Sources of a small shop. */
final class Shop {
    static final String PLACE_ORDER = """
        package shop;
        record PlaceOrder() implements io.neuroglia.message.Command<String> {}
        """;
    static final String FIND_ORDER = """
        package shop;
        record FindOrder() implements io.neuroglia.message.Query<String> {}
        """;

    private Shop() {}

    /** A handler of {@code PlaceOrder} or {@code FindOrder}. */
    static String handler(String name, String request) {
        return handler("", name, request);
    }

    static String handler(String annotation, String name, String request) {
        String kind = request.startsWith("Find") ? "QueryHandler" : "CommandHandler";
        return """
            package shop;
            import io.neuroglia.result.OperationResult;
            %s class %s implements io.neuroglia.handler.%s<%s, String> {
                @Override
                public OperationResult<String> handle(%s request) {
                    return OperationResult.ok("%s");
                }
            }
            """.formatted(annotation, name, kind, request, request, name);
    }
}
