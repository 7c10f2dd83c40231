package io.neuroglia.benchmarks.dispatch;

import io.neuroglia.benchmarks.message.TextHandler;
import io.neuroglia.benchmarks.message.TextRequest;

/** Nobody in between. */
final class Direct {
    private Direct() {}

    static Sender sender(Rotation rotation) {
        TextRequest[] requests = rotation.requestOfTurn();
        TextHandler<TextRequest>[] handlers = rotation.handlerOfTurn();
        return turn -> handlers[turn].handle(requests[turn]);
    }
}
