package io.neuroglia.chaos;

import io.neuroglia.chaos.Schedule.Disturbance;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Carries a schedule out. One thread does everything in the order of the schedule; what a busy machine delays comes
 * later, but in the same order.
 */
final class ChaosRun {
    private final Scenario scenario;
    private final Slots slots;
    private final Outages outages;
    private final PriorityQueue<Action> actions = new PriorityQueue<>(Comparator.comparingLong(Action::at));

    ChaosRun(Scenario scenario, Schedule schedule) {
        this.scenario = scenario;
        this.slots = new Slots(scenario, schedule.seed());
        this.outages = new Outages(scenario);
        for (Disturbance each : schedule.disturbances()) {
            actions.add(new Action(each.at(), () -> begin(each)));
            actions.add(new Action(each.at() + each.lasts(), () -> end(each)));
        }
    }

    Slots slots() {
        return slots;
    }

    /** Carries everything out, then mends what is broken and ends the load. */
    void run() throws Exception {
        slots.fill();
        long start = System.nanoTime();
        for (Action action = actions.poll(); action != null; action = actions.poll()) {
            Await.pause(action.at() - (System.nanoTime() - start) / 1_000_000);
            action.step().run();
            if (outages.isServerUp()) {
                scenario.addLapses();
            }
        }
        slots.mendAndQuieten();
    }

    private void begin(Disturbance disturbance) throws Exception {
        int slot = disturbance.slot();
        switch (disturbance.kind()) {
            case KILL_NODE -> slots.kill(slot);
            case KILL_AT_POINT -> slots.replace(slot, disturbance.point());
            case LEAVE -> slots.askToLeave(slot);
            case PAUSE -> slots.pause(slot);
            case CUT_OFF_NODE -> outages.cutOff(slots.nameOf(slot));
            case CUT_OFF_ALL -> outages.cutOffAll();
            case KILL_SERVER -> outages.killServer();
            case HOLD_TRANSACTION -> outages.holdTransaction();
            case BACK_UP -> outages.backUp();
        }
    }

    private void end(Disturbance disturbance) throws Exception {
        int slot = disturbance.slot();
        switch (disturbance.kind()) {
            case KILL_NODE, KILL_AT_POINT -> slots.joinIfGone(slot);
            case LEAVE -> {
                outages.startServer(); // without it, nobody leaves soon
                slots.awaitLeave(slot);
            }
            case PAUSE -> slots.resume(slot);
            case CUT_OFF_NODE, CUT_OFF_ALL -> {}
            case KILL_SERVER -> outages.startServer();
            case HOLD_TRANSACTION, BACK_UP -> outages.releaseTransaction();
        }
    }
}
