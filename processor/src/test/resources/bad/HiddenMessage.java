package shop;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.HandledElsewhere;
import io.neuroglia.result.OperationResult;

class HiddenMessage {
    private record Secret() implements Command<Void> {}

    //! [NEU007] The index of package shop cannot name HiddenMessage.Secret, because it or a class around it is not visible there. Make it visible, or mark HiddenMessage.SecretHandler @NotIndexed. See docs/errors/NEU007.md
    static class SecretHandler implements CommandHandler<Secret, Void> {
        @Override
        public OperationResult<Void> handle(Secret command) {
            return OperationResult.noContent();
        }
    }

    //! [NEU007] The index of package shop cannot name HiddenMessage.Noticed, because it or a class around it is not visible there. Make it visible, or mark HiddenMessage.Noticed @NotIndexed. See docs/errors/NEU007.md
    private record Noticed() implements DomainEvent {}

    //! [NEU007] The index of package shop cannot name HiddenMessage.Elsewhere, because it or a class around it is not visible there. Make it visible, or mark HiddenMessage.Elsewhere @NotIndexed. See docs/errors/NEU007.md
    @HandledElsewhere
    private record Elsewhere() implements Command<Void> {}
}
