package io.neuroglia.benchmarks.dispatch;

import io.neuroglia.benchmarks.message.AllMessages;
import io.neuroglia.benchmarks.message.TextHandler;
import io.neuroglia.benchmarks.message.TextRequest;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The order in which requests are sent: all types equally often, always in the same way. */
final class Rotation {
    /** A multiple of 1, 50 and 1,000. */
    private static final int TURNS = 4_000;

    private final List<TextRequest> requests;
    private final List<TextHandler<?>> handlers;
    private final List<Integer> order = new ArrayList<>(TURNS);

    /**
     * The first of the generated types.
     *
     * @param types how many
     */
    Rotation(int types, Order order) {
        this(AllMessages.requests().subList(0, types), AllMessages.handlers().subList(0, types), order);
    }

    /** Types of one's own: a request of each, and its handler. */
    Rotation(List<TextRequest> requests, List<TextHandler<?>> handlers, Order kind) {
        this.requests = requests;
        this.handlers = handlers;
        for (int turn = 0; turn < TURNS; turn++) {
            order.add(turn % requests.size());
        }
        if (kind == Order.SHUFFLED) {
            Collections.shuffle(order, new Random(42));
        }
    }

    /** One request of each type. */
    List<TextRequest> requests() {
        return requests;
    }

    /** The handler of each type, in the order of the requests. */
    List<TextHandler<?>> handlers() {
        return handlers;
    }

    /** The request of each turn. */
    TextRequest[] requestOfTurn() {
        return order.stream().map(requests::get).toArray(TextRequest[]::new);
    }

    /** The handler of each turn; it fits the turn's request. */
    @SuppressWarnings("unchecked")
    TextHandler<TextRequest>[] handlerOfTurn() {
        return order.stream().map(handlers::get).toArray(TextHandler[]::new);
    }

    /** Calls the handlers without any rival, each so many times. */
    @SuppressWarnings("unchecked") // both lists have the same order
    void callEachHandler(int times, Consumer<OperationResult<String>> answers) {
        for (int type = 0; type < requests.size(); type++) {
            TextHandler<TextRequest> handler = (TextHandler<TextRequest>) handlers.get(type);
            for (int call = 0; call < times; call++) {
                answers.accept(handler.handle(requests.get(type)));
            }
        }
    }
}
