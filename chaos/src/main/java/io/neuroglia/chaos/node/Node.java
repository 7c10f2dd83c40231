package io.neuroglia.chaos.node;

import io.neuroglia.chaos.audit.JournalEntry.Kind;
import io.neuroglia.chaos.audit.Subscriber;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.DeliveryStatus;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The application: its delivery, its handlers and the threads that send commands. */
public final class Node implements AutoCloseable {
    private final Journal journal;
    private final DurableDelivery delivery;
    private final Mediator mediator;
    private final List<Load> loads;
    private List<Thread> threads = List.of();

    private Node(Journal journal, DurableDelivery delivery, Mediator mediator, List<Load> loads) {
        this.journal = journal;
        this.delivery = delivery;
        this.mediator = mediator;
        this.loads = loads;
    }

    /**
     * Starts delivering, but sends no commands yet.
     *
     * @param settings of the node
     * @param dataSource of the database, perhaps observed
     * @return the running node
     * @throws IOException if it cannot write its journal
     */
    public static Node start(NodeSettings settings, DataSource dataSource) throws IOException {
        JdbcTransactions transactions = new JdbcTransactions(dataSource);
        DurableDelivery delivery = DurableDelivery.create(dataSource, transactions, settings.delivery());
        delivery.policy(Subscriber.MAIL.handlerName(), HandlerPolicy::withoutTransaction);
        delivery.policy(Subscriber.LEDGER.handlerName(), policy -> policy.withBatch(4));
        Journal journal = new Journal(settings.name(), settings.journal());
        MediatorBuilder builder = Mediator.builder();
        new Subscribers(settings.name(), transactions, journal).register(builder);
        Mediator mediator = builder.handle(
                        StepCommand.class, new StepCommandHandler(settings.name(), transactions, delivery.unitOfWork()))
                .build();
        List<Load> loads = IntStream.range(0, settings.threads())
                .mapToObj(thread -> new Load(settings, thread, mediator, journal))
                .toList();
        delivery.start(mediator);
        return new Node(journal, delivery, mediator, loads);
    }

    /** Begins to send commands. */
    public Node sendCommands() {
        journal.note(Kind.READY, Long.toString(System.currentTimeMillis()));
        threads = loads.stream()
                .map(load -> Thread.ofPlatform().daemon().start(load))
                .toList();
        return this;
    }

    /** Ends the commands, when those under way are done, and goes on delivering. */
    public void quiet() throws InterruptedException {
        loads.forEach(Load::stop);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Stops delivering and starts again, in the same process and while commands come in. */
    public void restart() {
        delivery.stop();
        delivery.start(mediator);
    }

    /** How its delivery is. */
    public DeliveryStatus status() {
        return delivery.status();
    }

    /** Leaves in an orderly way. */
    @Override
    public void close() throws IOException, InterruptedException {
        quiet();
        delivery.stop();
        journal.close();
    }
}
