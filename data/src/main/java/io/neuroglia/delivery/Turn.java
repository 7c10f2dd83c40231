package io.neuroglia.delivery;

/** A handler and a key, of whose events one is delivered after the other. */
record Turn(String handler, String key) {}
