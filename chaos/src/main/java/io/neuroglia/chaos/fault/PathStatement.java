package io.neuroglia.chaos.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements of the delivery path, in the order in which they come. A statement that is none of these and touches
 * the library's tables makes the suite fail, so that a new one cannot go without its points.
 */
public enum PathStatement {
    /** The incarnation of a process and its lease, and what it reports when it starts. */
    REPORT_HANDLERS(Nature.READS, "select name, count\\(\\*\\) from \\( select unnest\\(e.pending\\).*"),
    REPORT_TYPES(Nature.READS, "select u.type .*"),
    FORGET_LEASES(Nature.CHANGES, "delete from neuroglia.process where lease_until .*"),
    BEGIN_LEASE(Nature.CHANGES, "insert into neuroglia.process .*"),
    RENEW_LEASE(Nature.CHANGES, "update neuroglia.process .*"),
    COUNT_LEASES(Nature.READS, "select coalesce\\(sum.* from neuroglia.process .*"),
    END_LEASE(Nature.CHANGES, "delete from neuroglia.process where incarnation .*"),

    /** The command: its changes, its events, its commit. */
    WRITE_AGGREGATE(Nature.CHANGES, "(insert into|update) \"chaos\".\"tally\" .*"),
    LOCK_KEYS(Nature.READS, "select pg_advisory_xact_lock\\(k.lock\\) .*"),
    STORE_EVENTS(Nature.CHANGES, "(with incoming as .*)?insert into neuroglia.event .*"),
    STORE_WAITING(Nature.CHANGES, "with incoming as .*insert into neuroglia.delivery .*"),
    COMMIT_OF_COMMAND,

    /** A delivery: the handler's changes, the note that it has handled the event, the commit. */
    LOOK_IF_HANDLED(Nature.READS, "select 1 from neuroglia.handled .*"),
    WRITE_EFFECT(Nature.CHANGES, "insert into chaos.effect .*"),
    NOTE_HANDLED(Nature.CHANGES, "insert into neuroglia.handled .*"),
    COMMIT_OF_DELIVERY,

    /** What became of deliveries is recorded. */
    FINISH(Nature.CHANGES, "update neuroglia.event e set pending .*"),
    FINISH_WITH_FAILURES(Nature.CHANGES, "with finished as .*"),
    SUCCEEDED(Nature.CHANGES, "delete from neuroglia.delivery .*"),
    FAILED_AGAIN(Nature.CHANGES, "update neuroglia.delivery d set owner = null, \\(state, .*"),
    RETURNED(Nature.CHANGES, "update neuroglia.delivery d set owner = null, attempt = d.attempt - 1, .*"),

    /** Work is looked for. */
    TAKE_TURNS(Nature.CHANGES, "with heads as .*"),
    FIND_OLDEST(Nature.READS, "select coalesce\\(\\(select e.stored_at from neuroglia.event .*"),
    CLAIM_STRANDED(Nature.READS, "with free as .* not e.pending && .*"),
    CLAIM(Nature.CHANGES, "with free as .*"),
    CLAIM_DUE(Nature.CHANGES, "with due as .*"),
    FIND_WAITING(Nature.READS, "select distinct handler, key .* from neuroglia.delivery .*"),
    RESUME(Nature.READS, "update neuroglia.delivery d set state = 'retry', attempt = greatest.*"),
    PARK_UNCLAIMED(Nature.READS, "update neuroglia.delivery d set state = 'parked', attempt .*"),
    SWEEP_EVENTS(Nature.READS, "select e.id.* from neuroglia.event e where .*"),
    SWEEP_DELIVERIES(Nature.READS, "select e.id.* from neuroglia.delivery d join .*");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Nature nature;
    private final Pattern form;

    /** A commit, which is known by what was done in its transaction. */
    PathStatement() {
        this(Nature.CHANGES, "");
    }

    PathStatement(Nature nature, String form) {
        this.nature = nature;
        this.form = Pattern.compile(form);
    }

    /**
     * Whether it changes anything for the nodes of this suite, all of which know all handlers. After one that does not,
     * everything is as before it.
     */
    public boolean changes() {
        return nature == Nature.CHANGES;
    }

    /** Which statement of the path this is; empty if it is none. */
    public static Optional<PathStatement> of(String sql) {
        String plain = plain(sql);
        return Stream.of(values())
                .filter(statement -> statement.form.matcher(plain).matches())
                .findFirst();
    }

    /** The commit of a transaction in which these statements were executed. */
    static Optional<PathStatement> commitOf(Set<PathStatement> executed) {
        if (executed.contains(NOTE_HANDLED)) {
            return Optional.of(COMMIT_OF_DELIVERY);
        }
        return executed.contains(STORE_EVENTS) ? Optional.of(COMMIT_OF_COMMAND) : Optional.empty();
    }

    /** Whether a statement touches the library's tables, so that it must be one of the path. */
    static boolean concernsDelivery(String sql) {
        return plain(sql).contains("neuroglia.");
    }

    /** Whether it only counts when it finds something, because it is also executed when there is nothing to do. */
    boolean isLook() {
        return this == CLAIM || this == CLAIM_DUE || this == TAKE_TURNS || this == FIND_WAITING;
    }

    private static String plain(String sql) {
        return SPACE.matcher(sql).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private enum Nature {
        READS,
        CHANGES
    }
}
