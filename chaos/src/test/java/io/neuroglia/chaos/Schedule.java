package io.neuroglia.chaos;

import io.neuroglia.chaos.fault.Harm;
import io.neuroglia.chaos.fault.PathPoint;
import io.neuroglia.chaos.fault.PathPoint.Moment;
import io.neuroglia.chaos.fault.PathStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What is going to happen, and when. It follows from the seed and the duration alone.
 *
 * @param seed of everything
 * @param duration for how long
 * @param disturbances in their order
 */
record Schedule(long seed, Duration duration, List<Disturbance> disturbances) {
    private static final long FIRST = 1_500;
    private static final List<PathStatement> POINTS = List.of(
            PathStatement.STORE_EVENTS,
            PathStatement.COMMIT_OF_COMMAND,
            PathStatement.NOTE_HANDLED,
            PathStatement.COMMIT_OF_DELIVERY,
            PathStatement.FINISH,
            PathStatement.SUCCEEDED,
            PathStatement.CLAIM_NEXT,
            PathStatement.CLAIM);

    /** What can happen to a node, to the connections or to the server. */
    enum Kind {
        /** SIGKILL of a node; another one joins later. */
        KILL_NODE,
        /** A node that is going to kill itself at a point of the delivery path. */
        KILL_AT_POINT,
        /** A node leaves in an orderly way; another one joins later. */
        LEAVE,
        /** SIGSTOP of a node beyond its lease, then SIGCONT. */
        PAUSE,
        /** A node's database connections are terminated. */
        CUT_OFF_NODE,
        /** All nodes' database connections are terminated. */
        CUT_OFF_ALL,
        /** SIGKILL of the database server; it is started again later. */
        KILL_SERVER,
        /** A transaction is held open that has changed something and has a snapshot. */
        HOLD_TRANSACTION,
        /** A session locks every table and keeps a snapshot, as a backup does. */
        BACK_UP
    }

    /**
     * Something that happens.
     *
     * @param at when it begins, in milliseconds
     * @param lasts until it ends, in milliseconds
     * @param kind what
     * @param slot to which node
     * @param point where, for those that happen at a point; else empty
     */
    record Disturbance(long at, long lasts, Kind kind, int slot, String point) {}

    /** Every kind once in random order, then again, as long as there is time to recover from it. */
    static Schedule of(long seed, Duration duration, int slots) {
        Random random = new Random(seed);
        List<Disturbance> disturbances = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        long end = duration.toMillis() - FIRST;
        for (long at = FIRST; at < end; at += 400 + random.nextInt(1_000)) {
            if (kinds.isEmpty()) {
                kinds.addAll(List.of(Kind.values()));
                Collections.shuffle(kinds, random);
            }
            Kind kind = kinds.removeLast();
            disturbances.add(new Disturbance(at, lasts(kind, random), kind, random.nextInt(slots), point(random)));
        }
        return new Schedule(seed, duration, List.copyOf(disturbances));
    }

    private static long lasts(Kind kind, Random random) {
        return switch (kind) {
            case KILL_NODE, LEAVE -> 200 + random.nextInt(1_500);
            case KILL_AT_POINT -> 5_000;
            case PAUSE -> 1_500 + random.nextInt(2_000);
            case CUT_OFF_NODE, CUT_OFF_ALL -> 0;
            case KILL_SERVER -> 100 + random.nextInt(800);
            case HOLD_TRANSACTION, BACK_UP -> 2_000 + random.nextInt(3_000);
        };
    }

    private static String point(Random random) {
        return new PathPoint(
                        Harm.KILL,
                        random.nextBoolean() ? Moment.BEFORE : Moment.AFTER,
                        POINTS.get(random.nextInt(POINTS.size())),
                        1 + random.nextInt(20))
                .toString();
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + duration.toSeconds() + " s\n"
                + disturbances.stream().map(each -> "  " + each).collect(Collectors.joining("\n"));
    }
}
