package web;

import io.neuroglia.message.Query;

record Greet(String name) implements Query<String> {}
