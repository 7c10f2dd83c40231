package io.neuroglia.pizzeria.database;

/** The embedded database cannot be used; says what is wrong and what to do. */
final class EmbeddedDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String situation;
    private final String remedy;

    EmbeddedDatabaseException(String situation, String remedy) {
        super(situation + " " + remedy);
        this.situation = situation;
        this.remedy = remedy;
    }

    EmbeddedDatabaseException(String situation, String remedy, Throwable cause) {
        super(situation + " " + remedy, cause);
        this.situation = situation;
        this.remedy = remedy;
    }

    String situation() {
        return situation;
    }

    String remedy() {
        return remedy;
    }
}
