package io.neuroglia.benchmarks.dispatch;

/** Who carries requests to their handlers. */
public enum Rival {
    /** A call of the handler's interface, by someone who holds the handler. Whatever behaviors are asked for: the floor. */
    DIRECT {
        @Override
        Sender prepare(Rotation rotation, int behaviors) {
            return Direct.sender(rotation);
        }
    },
    /** What one would write by hand: a map from class to function. */
    MAP {
        @Override
        Sender prepare(Rotation rotation, int behaviors) {
            return HandWritten.sender(rotation, behaviors);
        }
    },
    /** Ours, from the index that the compiler wrote, with links of each request's own. */
    NEUROGLIA {
        @Override
        Sender prepare(Rotation rotation, int behaviors) {
            return Neuroglia.indexed(rotation, behaviors);
        }
    },
    /** Ours, registered one by one, with links that all requests share. */
    NEUROGLIA_SHARED_LINKS {
        @Override
        Sender prepare(Rotation rotation, int behaviors) {
            return Neuroglia.registered(rotation, behaviors);
        }
    },
    /** PipelinR, with handlers and middlewares held in lists; its README's set-up for Spring asks the context each time. */
    PIPELINR {
        @Override
        Sender prepare(Rotation rotation, int behaviors) {
            return PipelinR.sender(rotation, behaviors);
        }
    },
    /** Axon's command gateway, {@code sendAndWait}, with handlers as functions: annotated methods take longer. */
    AXON {
        @Override
        Sender prepare(Rotation rotation, int behaviors) {
            return Axon.sender(rotation, behaviors);
        }
    },
    /** Spring's events, whatever behaviors are asked for. */
    SPRING_EVENTS {
        @Override
        Sender prepare(Rotation rotation, int behaviors) {
            return SpringEvents.sender(rotation);
        }
    };

    /**
     * Sets the rival up.
     *
     * @param rotation what will be sent
     * @param behaviors how many behaviors stand around each handler, at most three; they pass everything on
     */
    abstract Sender prepare(Rotation rotation, int behaviors);
}
