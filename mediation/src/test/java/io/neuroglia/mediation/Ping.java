package io.neuroglia.mediation;

import io.neuroglia.message.Query;

/** The query of these tests. */
record Ping(String text) implements Query<String> {
    Ping() {
        this("ping");
    }
}
