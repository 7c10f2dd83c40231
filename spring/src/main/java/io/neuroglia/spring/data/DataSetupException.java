package io.neuroglia.spring.data;

/** The application cannot start, because the library cannot work with its database as it is set up. */
final class DataSetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String situation;
    private final String remedy;

    /**
     * Says what and how to mend it.
     *
     * @param situation what was found and what is needed
     * @param remedy what to do, with the property's name
     */
    DataSetupException(String situation, String remedy) {
        super(situation + " " + remedy);
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
