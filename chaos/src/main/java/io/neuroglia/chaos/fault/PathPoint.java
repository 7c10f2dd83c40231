package io.neuroglia.chaos.fault;

/**
 * A point of the delivery path at which something happens once.
 *
 * @param harm what happens
 * @param moment on which side of the statement
 * @param statement of which statement
 * @param occurrence the how manyth statement of its kind, from 1 on
 */
public record PathPoint(Harm harm, Moment moment, PathStatement statement, int occurrence) {

    /** Before the statement is sent, or after its answer has come. */
    public enum Moment {
        /** It is not executed. */
        BEFORE,
        /** It was executed. */
        AFTER
    }

    /** Reads what {@link #toString()} wrote. */
    public static PathPoint parse(String text) {
        String[] words = text.split(" ", -1);
        return new PathPoint(
                Harm.valueOf(words[0]),
                Moment.valueOf(words[1]),
                PathStatement.valueOf(words[2]),
                Integer.parseInt(words[3]));
    }

    @Override
    public String toString() {
        return harm + " " + moment + " " + statement + " " + occurrence;
    }
}
