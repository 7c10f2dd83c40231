package io.neuroglia.chaos.fault;

import java.util.EnumSet;
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
    /** What a process reports when it starts, and its incarnations. */
    REPORT_HANDLERS(Nature.READS, "select name, count\\(\\*\\) from \\( select unnest\\(w.pending\\).*"),
    REPORT_TYPES(Nature.READS, "with open as .*"),
    FORGET_LEASES(Nature.CHANGES, "delete from neuroglia.process where lease_until .*"),
    BEGIN_LEASE(Nature.CHANGES, "with begun as .*insert into neuroglia.process .*"),
    GIVE_LEASE_UP(Nature.READS, "update neuroglia.process set lease_until = least.*"),
    RENEW_LEASE(Nature.CHANGES, "update neuroglia.process set .*"),
    END_DEAD(Nature.READS, "with dead as .*update neuroglia.process .*"),
    COUNT_LEASES(Nature.READS, "select coalesce\\(sum.* from neuroglia.process .*"),
    END_LEASE(Nature.CHANGES, "delete from neuroglia.process where incarnation .*"),
    RELEASE_LOCK(Nature.READS, "select pg_advisory_unlock\\(.*"),

    /** The command: its changes, its events with their work, its commit. */
    WRITE_AGGREGATE(Nature.CHANGES, "(insert into|update) \"chaos\".\"tally\" .*"),
    LOCK_KEYS(Nature.READS, "select pg_advisory_xact_lock\\(k.lock\\) .*"),
    STORE_EVENTS(Nature.CHANGES, "with (stored|incoming) as .*insert into neuroglia.event .*"),
    PLACE_WORK(Nature.CHANGES, "with ready as .*insert into neuroglia.work .*"),
    STORE_WAITING(Nature.CHANGES, "insert into neuroglia.delivery .*"),
    COMMIT_OF_COMMAND,

    /** A delivery: the handler's changes, the note that it has handled the event, the commit. */
    LOOK_IF_HANDLED(Nature.READS, "select 1 from neuroglia.handled .*"),
    WRITE_EFFECT(Nature.CHANGES, "insert into chaos.effect .*"),
    NOTE_HANDLED(Nature.CHANGES, "insert into neuroglia.handled .*"),
    COMMIT_OF_DELIVERY,

    /** What became of deliveries is recorded. */
    FINISH(Nature.CHANGES, "delete from neuroglia.work where event_id .*"),
    FINISH_WITH_FAILURES(Nature.CHANGES, "with ended as .*"),
    SUCCEEDED(Nature.CHANGES, "delete from neuroglia.delivery .*"),
    FAILED_AGAIN(Nature.CHANGES, "update neuroglia.delivery d set owner = null, \\(state, .*"),
    RETURNED(Nature.CHANGES, "update neuroglia.delivery d set owner = null, attempt = d.attempt - .*"),

    /** Work is looked for. */
    CLAIM_NEXT(Nature.CHANGES, "with heads as .*"),
    MOVE_HORIZON(Nature.READS, "with writing as .*"),
    CLAIM_STRANDED(Nature.READS, "with free as .* not w.pending && .*"),
    CLAIM(Nature.CHANGES, "with free as .*"),
    FIND_KEPT_OUT(Nature.READS, "select 1 from neuroglia.work w where .*"),
    CLAIM_DUE(Nature.CHANGES, "with due as .*"),
    READ_EVENTS(Nature.READS, "select e.id, e.stored_at, .* from neuroglia.event e left join .*"),
    FIND_WAITING(Nature.READS, "select distinct handler, key .* from neuroglia.delivery .*"),
    RESUME(Nature.READS, "with found as .*"),
    PARK_UNCLAIMED(Nature.READS, "update neuroglia.delivery d set state = 'parked', attempt .*"),
    SWEEP_WORK(Nature.READS, "select w.event_id, .* from neuroglia.work w where .*"),
    SWEEP_DELIVERIES(Nature.READS, "select d.event_id, .* from neuroglia.delivery d where .*");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Executed also when there is nothing to do. */
    private static final Set<PathStatement> LOOKS = EnumSet.of(CLAIM, CLAIM_DUE, CLAIM_NEXT, FIND_WAITING, END_DEAD);

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
        return LOOKS.contains(this);
    }

    private static String plain(String sql) {
        return SPACE.matcher(sql).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private enum Nature {
        READS,
        CHANGES
    }
}
