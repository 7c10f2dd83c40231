package shop;

import io.neuroglia.message.Command;
import io.neuroglia.message.HandledElsewhere;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

@HandledElsewhere
interface MutableRequest {
    record PlaceOrder(
            String customer,
            List<String> pizzas,
            Map<String, Integer> amounts,
            //! [NEU018] MutableRequest.PlaceOrder can change while it is handled, because its component toppings is of the mutable class ArrayList. Behaviors remember, repeat and compare requests. Use a record of immutable components. See docs/errors/NEU018.md
            ArrayList<String> toppings,
            //! [NEU018] MutableRequest.PlaceOrder can change while it is handled, because its component sizes is an array. Behaviors remember, repeat and compare requests. Use a record of immutable components. See docs/errors/NEU018.md
            int[] sizes,
            //! [NEU018] MutableRequest.PlaceOrder can change while it is handled, because its component when is of the mutable class Date. Behaviors remember, repeat and compare requests. Use a record of immutable components. See docs/errors/NEU018.md
            Date when,
            //! [NEU018] MutableRequest.PlaceOrder can change while it is handled, because its component counter is of the mutable class AtomicInteger. Behaviors remember, repeat and compare requests. Use a record of immutable components. See docs/errors/NEU018.md
            AtomicInteger counter,
            //! [NEU018] MutableRequest.PlaceOrder can change while it is handled, because its component prices is an array. Behaviors remember, repeat and compare requests. Use a record of immutable components. See docs/errors/NEU018.md
            @SuppressWarnings("unused")
            long[] prices,
            @SuppressWarnings("NEU018") byte[] photo)
            implements Command<Void> {}

    final class CancelOrder implements Command<Void> {
        private static int count;
        private final String order;
        //! [NEU018] MutableRequest.CancelOrder can change while it is handled, because its field reason is not final. Behaviors remember, repeat and compare requests. Use a record of immutable components. See docs/errors/NEU018.md
        private String reason = "" + count;

        CancelOrder(String order) {
            this.order = order;
        }

        void because(String reason) {
            this.reason = order + reason;
        }
    }

    abstract class Signed {
        String signature = "";
    }

    //! [NEU018] MutableRequest.ConfirmOrder can change while it is handled, because it inherits the field signature, which is not final. Behaviors remember, repeat and compare requests. Use a record of immutable components. See docs/errors/NEU018.md
    final class ConfirmOrder extends Signed implements Command<Void> {}

    @SuppressWarnings({"unused", "NEU018"})
    final class ArchiveOrder extends Signed implements Command<Void> {
        private String seenAndAccepted = "";
    }
}
