package io.neuroglia.mediation;

import io.neuroglia.message.Command;

/** The command of these tests. */
record Rename(String name) implements Command<String> {}
