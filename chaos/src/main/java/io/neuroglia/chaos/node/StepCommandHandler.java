package io.neuroglia.chaos.node;

import io.neuroglia.chaos.node.StepCommand.Step;
import io.neuroglia.data.Repository;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.DurableUnitOfWork;
import io.neuroglia.handler.CommandHandler;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes tallies, and notes in the same transaction which events that raised: the truth that the audit goes by. */
final class StepCommandHandler implements CommandHandler<StepCommand, Void> {
    private static final String NOTE =
            "insert into chaos.raised (event, command, key, sequence, ordinal, node) values (?, ?, ?, ?, ?, ?)";

    private static final String COUNT = """
        insert into chaos.counter as c (key, number) values (?, 1)
        on conflict (key) do update set number = c.number + 1 returning number\
        """;

    private final String node;
    private final Transactions transactions;
    private final DurableUnitOfWork unitOfWork;
    private final Repository<Tally, String> tallies;

    StepCommandHandler(String node, Transactions transactions, DurableUnitOfWork unitOfWork) {
        this.node = node;
        this.transactions = transactions;
        this.unitOfWork = unitOfWork;
        this.tallies = PostgresRepository.of(transactions, unitOfWork, "chaos.tally", new Tally.Mapping());
    }

    @Override
    public OperationResult<Void> handle(StepCommand command) throws Exception {
        return unitOfWork.execute(() -> {
            for (Step step : command.steps()) {
                move(command.id(), step);
            }
            for (String counter : command.counters()) {
                count(command.id(), counter);
            }
            for (int i = 0; i < command.unkeyed(); i++) {
                Stepped event = new Stepped(command.id() + "/-/" + i, null, 0, i);
                unitOfWork.raise(event);
                note(command.id(), List.of(event));
            }
            return command.refused() ? OperationResult.conflict("refused") : OperationResult.noContent();
        });
    }

    private void move(String command, Step step) throws SQLException {
        @Nullable Tally stored = tallies.findById(step.key()).orElse(null);
        Tally tally = stored == null ? new Tally(step.key()) : stored;
        tally.step(command, step.times());
        note(command, tally.pendingEvents());
        if (stored == null) {
            tallies.add(tally);
        } else {
            tallies.save(tally);
        }
    }

    /** The row of the counter is locked until the commit, so its number says in which order commands commit. */
    private void count(String command, String counter) throws SQLException {
        Stepped event = new Stepped(command + "/" + counter, counter, next(counter), 0);
        unitOfWork.raise(counter, event);
        note(command, List.of(event));
    }

    private long next(String counter) throws SQLException {
        try (PreparedStatement update = transactions.connection().prepareStatement(COUNT)) {
            update.setString(1, counter);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void note(String command, List<? extends DomainEvent> events) throws SQLException {
        try (PreparedStatement insert = transactions.connection().prepareStatement(NOTE)) {
            for (DomainEvent event : events) {
                Stepped stepped = (Stepped) event;
                insert.setString(1, stepped.id());
                insert.setString(2, command);
                insert.setString(3, stepped.key());
                insert.setLong(4, stepped.sequence());
                insert.setInt(5, stepped.ordinal());
                insert.setString(6, node);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
