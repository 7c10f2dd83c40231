package io.neuroglia.postgres;

/**
 * The embedded server cannot be used. The message is the {@linkplain #problem() problem} followed by the
 * {@linkplain #remedy() remedy}.
 *
 * @since 0.1
 */
public final class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final String problem;

    /** What to do about it. */
    private final String remedy;

    EmbeddedPostgresException(String problem, String remedy) {
        super(problem + " " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    EmbeddedPostgresException(String problem, String remedy, Throwable cause) {
        super(problem + " " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * Says what is wrong.
     *
     * @return one or more sentences
     */
    public String problem() {
        return problem;
    }

    /**
     * Says what to do about it.
     *
     * @return one or more sentences
     */
    public String remedy() {
        return remedy;
    }
}
