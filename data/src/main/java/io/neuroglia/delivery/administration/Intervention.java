package io.neuroglia.delivery.administration;

/**
 * Who acts on a delivery, and why; it is written into the audit table {@code neuroglia.intervention}. Immutable;
 * thread-safe.
 *
 * @param actor who it is, 1 to 200 characters
 * @param reason why, 1 to 1,000 characters
 * @since 0.1
 */
public record Intervention(String actor, String reason) {
    private static final int LONGEST_ACTOR = 200;
    private static final int LONGEST_REASON = 1_000;

    /**
     * Checks that both are given, in one line each.
     *
     * @throws IllegalArgumentException if one is blank, too long or has control characters
     */
    public Intervention {
        check("actor", actor, LONGEST_ACTOR);
        check("reason", reason, LONGEST_REASON);
    }

    private static void check(String name, String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The " + name + " of an intervention must be 1 to " + longest
                    + " characters in one line, and not blank.");
        }
    }
}
