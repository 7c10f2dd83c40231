package io.neuroglia.chaos;

import static io.neuroglia.chaos.fault.PathStatement.BEGIN_LEASE;
import static io.neuroglia.chaos.fault.PathStatement.END_LEASE;
import static io.neuroglia.chaos.fault.PathStatement.FORGET_LEASES;
import static io.neuroglia.chaos.fault.PathStatement.RELEASE_LOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.chaos.audit.Incident;
import io.neuroglia.chaos.fault.Harm;
import io.neuroglia.chaos.fault.PathPoint;
import io.neuroglia.chaos.fault.PathPoint.Moment;
import io.neuroglia.chaos.fault.PathStatement;
import io.neuroglia.chaos.fault.Sabotage;
import io.neuroglia.chaos.node.Node;
import io.neuroglia.chaos.node.NodeSettings;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Strikes between each pair of statements of the delivery path, at each point by its name. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(TestbedParameter.class)
class NamedPointIT {
    /** The long run strikes at every point. */
    private static final boolean EVERYWHERE = Boolean.getBoolean("neuroglia.chaos.everywhere");

    private static final int BY_SIGKILL = 128 + 9;
    private static final int FEW = 6;
    private static final long SEED = 4;

    /** Executed when a process starts or ends. */
    private static final Set<PathStatement> ONCE = EnumSet.of(
            PathStatement.REPORT_HANDLERS,
            PathStatement.REPORT_TYPES,
            FORGET_LEASES,
            BEGIN_LEASE,
            END_LEASE,
            RELEASE_LOCK);

    /** After these there is nothing yet, or nothing new, that a dead process could leave behind. */
    private static final Set<PathStatement> QUIET = EnumSet.of(FORGET_LEASES, BEGIN_LEASE, PathStatement.RENEW_LEASE);

    /** A pause beside these is much like one beside another statement. */
    private static final Set<PathStatement> TWIN =
            EnumSet.of(PathStatement.NOTE_HANDLED, PathStatement.SUCCEEDED, PathStatement.CLAIM_DUE);

    /** One for each kind of thread and each step of the worker. */
    private static final Set<PathStatement> TELLING = EnumSet.of(
            PathStatement.RENEW_LEASE,
            PathStatement.COMMIT_OF_COMMAND,
            PathStatement.NOTE_HANDLED,
            PathStatement.FINISH,
            PathStatement.FINISH_WITH_FAILURES,
            PathStatement.CLAIM);

    /** Executed now and then. */
    private static final Set<PathStatement> SELDOM = EnumSet.of(
            PathStatement.CLAIM_STRANDED,
            PathStatement.RESUME,
            PathStatement.PARK_UNCLAIMED,
            PathStatement.SWEEP_WORK,
            PathStatement.SWEEP_DELIVERIES);

    /**
     * Executed only by chance: when a process stops or loses its lease while deliveries are queued in it, or when it is full.
     */
    private static final Set<PathStatement> CHANCE =
            EnumSet.of(PathStatement.RETURNED, PathStatement.FIND_KEPT_OUT, PathStatement.GIVE_LEASE_UP);

    /** After one change is before the next, so one side of each is enough; the first has both. */
    static Stream<PathPoint> kills() {
        return Stream.concat(
                        Stream.of(point(Harm.KILL, Moment.BEFORE, PathStatement.WRITE_AGGREGATE)),
                        Stream.of(PathStatement.values())
                                .filter(PathStatement::changes)
                                .filter(statement -> !CHANCE.contains(statement))
                                .map(statement -> point(Harm.KILL, Moment.AFTER, statement)))
                .filter(NamedPointIT::isDue);
    }

    /** Before a statement it is not executed; after one that changes something its answer is lost. */
    static Stream<PathPoint> cuts() {
        return cutPoints(Harm.CUT);
    }

    private static Stream<PathPoint> cutPoints(Harm harm) {
        return Stream.of(PathStatement.values())
                .filter(statement -> !CHANCE.contains(statement) && !ONCE.contains(statement))
                .flatMap(statement -> Stream.of(Moment.values())
                        .filter(moment -> moment == Moment.BEFORE || statement.changes())
                        .map(moment -> point(harm, moment, statement)))
                .filter(NamedPointIT::isDue);
    }

    /** An error is thrown on the thread that reaches the point: one that delivers, that works for all, or that commands. */
    static Stream<PathPoint> errors() {
        return cutPoints(Harm.ERROR);
    }

    static Stream<PathPoint> pauses() {
        return Stream.of(
                        point(Harm.PAUSE, Moment.BEFORE, PathStatement.COMMIT_OF_COMMAND),
                        point(Harm.PAUSE, Moment.AFTER, PathStatement.COMMIT_OF_COMMAND),
                        point(Harm.PAUSE, Moment.BEFORE, PathStatement.NOTE_HANDLED),
                        point(Harm.PAUSE, Moment.BEFORE, PathStatement.COMMIT_OF_DELIVERY),
                        point(Harm.PAUSE, Moment.BEFORE, PathStatement.FINISH),
                        point(Harm.PAUSE, Moment.BEFORE, PathStatement.SUCCEEDED),
                        point(Harm.PAUSE, Moment.AFTER, PathStatement.CLAIM_NEXT),
                        point(Harm.PAUSE, Moment.AFTER, PathStatement.CLAIM),
                        point(Harm.PAUSE, Moment.AFTER, PathStatement.CLAIM_DUE))
                .filter(NamedPointIT::isDue);
    }

    @ParameterizedTest
    @MethodSource("kills")
    @Execution(ExecutionMode.CONCURRENT)
    void what_a_process_leaves_that_is_killed_there_is_done_by_another(PathPoint point, Testbed testbed)
            throws Exception {
        try (Scenario scenario = testbed.scenario(point.toString())) {
            RunningNode victim = scenario.start(busy(scenario, "victim").struckAt(point.toString()));
            if (point.statement() == END_LEASE) {
                victim.awaitReady().askToLeave();
            }

            assertThat(victim.awaitEnd()).as(victim.log()).isEqualTo(BY_SIGKILL);
            scenario.befell(Incident.now("victim", "kill"));

            Node survivor = scenario.startHere(busy(scenario, "survivor")).sendCommands();
            Await.until(() -> "the survivor does nothing", () -> scenario.acknowledged("survivor") > FEW);
            survivor.quiet();
            scenario.assertPromisesKept();
        }
    }

    @ParameterizedTest
    @MethodSource("cuts")
    @Execution(ExecutionMode.CONCURRENT)
    void a_connection_that_is_lost_there_loses_and_doubles_nothing(PathPoint point, Testbed testbed) throws Exception {
        goOnAfter(point, testbed);
    }

    private static void goOnAfter(PathPoint point, Testbed testbed) throws Exception {
        try (Scenario scenario = testbed.scenario(point.toString())) {
            long begun = System.nanoTime();
            Sabotage sabotage = Sabotage.at(point);
            Node node = scenario.startHere(busy(scenario, "victim"), sabotage).sendCommands();

            Await.until(() -> "not reached: " + point, sabotage::hasStruck);

            scenario.befell(Incident.since(begun, "", point.harm().name()));
            long before = scenario.acknowledged("victim");
            Await.until(() -> "it does not go on", () -> scenario.acknowledged("victim") > before + FEW);
            node.quiet();
            scenario.assertPromisesKept();
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    @Execution(ExecutionMode.CONCURRENT)
    void an_error_that_is_thrown_there_ends_no_thread_and_loses_and_doubles_nothing(PathPoint point, Testbed testbed)
            throws Exception {
        goOnAfter(point, testbed);
    }

    @ParameterizedTest
    @MethodSource("pauses")
    @Execution(ExecutionMode.CONCURRENT)
    void a_process_that_is_paused_there_beyond_its_lease_repeats_nothing(PathPoint point, Testbed testbed)
            throws Exception {
        try (Scenario scenario = testbed.scenario(point.toString())) {
            RunningNode victim = scenario.start(busy(scenario, "victim").struckAt(point.toString()));
            Await.until(() -> "not reached: " + point + "\n" + victim.log(), victim::isStopped);
            long paused = System.nanoTime();
            scenario.startHere(busy(scenario, "survivor"));
            Await.until(
                    () -> "the paused process keeps its work",
                    () -> scenario.leasesOf("victim") == 0 && scenario.ownedBy("victim") == 0);

            victim.resume();

            scenario.befell(Incident.since(paused, "victim", "pause"));
            long before = scenario.acknowledged("victim");
            Await.until(() -> "it does not go on", () -> scenario.acknowledged("victim") > before + FEW);
            victim.quiet();
            scenario.assertPromisesKept();
            victim.leave();
        }
    }

    @Test
    void every_statement_of_the_delivery_path_has_its_points(Testbed testbed) throws Exception {
        Set<PathStatement> seen = ConcurrentHashMap.newKeySet();
        Set<String> unknown = ConcurrentHashMap.newKeySet();
        try (Scenario scenario = testbed.scenario("undisturbed")) {
            Node node = scenario.startHere(busy(scenario, "victim"), new StatementRecorder(seen, unknown));
            unknown.clear(); // what prepared the tables
            node.sendCommands();

            Set<PathStatement> wanted = EnumSet.complementOf(EnumSet.copyOf(CHANCE));
            wanted.removeAll(EnumSet.of(END_LEASE, RELEASE_LOCK));
            Await.until(() -> "only seen: " + seen, () -> seen.containsAll(wanted));
            node.quiet();

            scenario.assertPromisesKept();
            node.close();
            assertThat(seen).contains(END_LEASE, RELEASE_LOCK);
            assertThat(unknown).isEmpty();
        }
    }

    /** The short run leaves out what is least likely to differ from its neighbours. */
    private static boolean isDue(PathPoint point) {
        return EVERYWHERE
                || switch (point.harm()) {
                    case KILL -> !QUIET.contains(point.statement()) && point.moment() == Moment.AFTER;
                    case CUT ->
                        point.moment() == Moment.AFTER || !point.statement().changes();
                    case ERROR -> TELLING.contains(point.statement()) && point.moment() == Moment.AFTER;
                    case PAUSE -> !TWIN.contains(point.statement());
                };
    }

    /** Not the first of its kind, so that there is something before it; but some come once, or seldom. */
    private static PathPoint point(Harm harm, Moment moment, PathStatement statement) {
        boolean first = ONCE.contains(statement) || SELDOM.contains(statement);
        return new PathPoint(harm, moment, statement, first ? 1 : 3);
    }

    /** Owns few events at a time, so that it stores some for whoever has room, and has to claim. */
    private static NodeSettings busy(Scenario scenario, String name) {
        return scenario.node(name, SEED).owning(FEW);
    }
}
