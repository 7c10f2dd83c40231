package io.neuroglia.chaos.node;

import io.neuroglia.chaos.audit.JournalEntry.Kind;
import io.neuroglia.chaos.node.StepCommand.Step;
import io.neuroglia.mediation.Mediator;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that sends commands, all of which follow from a seed, until it is told to stop. */
final class Load implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Load.class);
    private static final int KEYS = 12;

    private final NodeSettings settings;
    private final int thread;
    private final Mediator mediator;
    private final Journal journal;
    private final SplittableRandom random;
    private volatile boolean stopped;

    Load(NodeSettings settings, int thread, Mediator mediator, Journal journal) {
        this.settings = settings;
        this.thread = thread;
        this.mediator = mediator;
        this.journal = journal;
        this.random = new SplittableRandom(settings.seed() * 31 + thread);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        for (int number = 0; !stopped; number++) {
            send(command(settings.name() + "." + thread + "." + number));
            LockSupport.parkNanos(random.nextLong(settings.pause().toNanos() * 2));
        }
    }

    private void send(StepCommand command) {
        Kind outcome;
        try {
            boolean success = mediator.execute(command).isSuccess();
            outcome = success ? Kind.ACKNOWLEDGED : command.refused() ? Kind.REFUSED : Kind.FAILED;
        } catch (Throwable failure) {
            LOG.warn("Command {} failed", command.id(), failure);
            outcome = command.refused() ? Kind.REFUSED : Kind.FAILED;
        }
        journal.note(outcome, command.id());
    }

    /** Two tallies now and then, in any order, so that commands also get in each other's way. */
    private StepCommand command(String id) {
        List<Step> steps = new ArrayList<>();
        int first = random.nextInt(KEYS);
        steps.add(new Step("k" + first, 1 + random.nextInt(3)));
        if (random.nextInt(6) == 0) {
            steps.add(new Step("k" + (first + 1 + random.nextInt(KEYS - 1)) % KEYS, 1 + random.nextInt(2)));
        }
        List<String> counters = random.nextInt(6) == 0 ? List.of("c" + random.nextInt(3)) : List.of();
        return new StepCommand(id, steps, counters, random.nextInt(8) == 0 ? 1 : 0, random.nextInt(10) == 0);
    }
}
