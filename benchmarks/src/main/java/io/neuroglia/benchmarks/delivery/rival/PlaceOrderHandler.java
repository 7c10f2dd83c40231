package io.neuroglia.benchmarks.delivery.rival;

import io.neuroglia.benchmarks.delivery.rival.StarterSystem.OrderPlacement;
import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Places orders. What it needs comes by a method, because the start-up benchmark constructs all handlers of this module
 * without arguments.
 */
public final class PlaceOrderHandler implements CommandHandler<PlaceOrder, Void> {
    private @Nullable OrderPlacement placement;

    /** Not ready before it is given the placement. */
    public PlaceOrderHandler() {}

    @Autowired
    void use(OrderPlacement given) {
        placement = given;
    }

    @Override
    public OperationResult<Void> handle(PlaceOrder command) throws SQLException {
        Objects.requireNonNull(placement).place(OrderPlaced.of(command.order(), command.payload()));
        return OperationResult.noContent();
    }
}
