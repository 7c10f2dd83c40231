package shop;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.handler.NotIndexed;
import io.neuroglia.message.Command;
import io.neuroglia.result.OperationResult;

interface SeveralHandlers {
    record PlaceOrder() implements Command<Void> {}

    //! [NEU002] Two handlers for SeveralHandlers.PlaceOrder: SeveralHandlers.First and SeveralHandlers.Second. Remove one, or mark one @NotIndexed and do not register it. See docs/errors/NEU002.md
    class First implements CommandHandler<PlaceOrder, Void> {
        @Override
        public OperationResult<Void> handle(PlaceOrder command) {
            return OperationResult.noContent();
        }
    }

    //! [NEU002] Two handlers for SeveralHandlers.PlaceOrder: SeveralHandlers.First and SeveralHandlers.Second. Remove one, or mark one @NotIndexed and do not register it. See docs/errors/NEU002.md
    final class Second extends First {}

    //! [NEU002] Two handlers for SeveralHandlers.PlaceOrder: SeveralHandlers.First and SeveralHandlers.Third. Remove one, or mark one @NotIndexed and do not register it. See docs/errors/NEU002.md
    final class Third extends First {}

    @NotIndexed
    final class Fake extends First {}
}
