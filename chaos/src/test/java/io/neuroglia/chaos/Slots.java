package io.neuroglia.chaos;

import io.neuroglia.chaos.audit.Incident;
import io.neuroglia.chaos.node.NodeSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three places for nodes. Each place has a wall clock and a time zone of its own; the nodes in it come and go. */
final class Slots {
    static final int COUNT = 3;

    private static final List<Duration> SKEWS = List.of(Duration.ZERO, Duration.ofHours(-3), Duration.ofDays(2));
    private static final List<String> ZONES = List.of("UTC", "Pacific/Auckland", "America/St_Johns");

    private final Scenario scenario;
    private final long seed;
    private final RunningNode[] nodes = new RunningNode[COUNT];
    private final long[] pausedAt = new long[COUNT];
    private final boolean[] doomed = new boolean[COUNT];
    private final Map<String, Instant> kills = new LinkedHashMap<>();
    private int starts;

    Slots(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.seed = seed;
    }

    void fill() throws Exception {
        for (int slot = 0; slot < COUNT; slot++) {
            join(slot, "");
        }
        for (RunningNode node : nodes) {
            node.awaitReady();
        }
    }

    String nameOf(int slot) {
        return nodes[slot].name();
    }

    /** Which nodes were killed from outside, and when. */
    Map<String, Instant> kills() {
        return kills;
    }

    int starts() {
        return starts;
    }

    void kill(int slot) {
        if (nodes[slot].isAlive()) {
            kills.put(nameOf(slot), Instant.now());
            scenario.befell(Incident.now(nameOf(slot), "kill"));
            nodes[slot].kill();
        }
    }

    /** Kills a node, and has another one join that is going to kill itself. */
    void replace(int slot, String point) throws IOException {
        kill(slot);
        join(slot, point);
        doomed[slot] = true;
    }

    void joinIfGone(int slot) throws IOException {
        if (!nodes[slot].isAlive()) {
            nodes[slot].awaitEnd();
            join(slot, "");
        }
    }

    void askToLeave(int slot) throws IOException {
        nodes[slot].askToLeave();
    }

    /** A paused node cannot leave. */
    void awaitLeave(int slot) throws IOException {
        nodes[slot].resume();
        nodes[slot].askToLeave();
        nodes[slot].awaitEnd();
        join(slot, "");
    }

    void pause(int slot) throws IOException {
        pausedAt[slot] = System.nanoTime();
        nodes[slot].pause();
    }

    void resume(int slot) throws IOException {
        nodes[slot].resume();
        scenario.befell(Incident.since(pausedAt[slot], nameOf(slot), "pause"));
    }

    /** Whoever is still going to kill itself is replaced; then all end their load, but go on delivering. */
    void mendAndQuieten() throws Exception {
        for (int slot = 0; slot < COUNT; slot++) {
            if (doomed[slot]) {
                kill(slot);
            }
            joinIfGone(slot);
        }
        for (RunningNode node : nodes) {
            node.awaitReady().quiet();
        }
    }

    void leave() throws IOException {
        for (RunningNode node : nodes) {
            node.leave();
        }
    }

    private void join(int slot, String point) throws IOException {
        String name = "node-" + slot + "-" + ++starts;
        doomed[slot] = false;
        NodeSettings settings = scenario.node(name, seed * 1_000 + starts).struckAt(point);
        nodes[slot] = scenario.start(settings, scenario.skewed(SKEWS.get(slot)), "-Duser.timezone=" + ZONES.get(slot));
    }
}
