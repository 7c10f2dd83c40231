package io.neuroglia.testing.conformance;

import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.json.StoredJson;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import io.neuroglia.transaction.UnitOfWork;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class DurableUnitOfWorkIT extends UnitOfWorkContract {
    private final TestDatabase database;
    private final DurableDelivery delivery;

    DurableUnitOfWorkIT(TestDatabase database) {
        this.database = database;
        this.delivery = DurableDelivery.create(
                database.dataSource(),
                new JdbcTransactions(database.dataSource()),
                DeliverySettings.forApplication("test"));
    }

    @Override
    protected UnitOfWork unitOfWork() {
        database.execute("truncate neuroglia.event");
        delivery.start(Mediator.builder().domainEvent(Happened.class).build());
        return delivery.unitOfWork();
    }

    @AfterEach
    void stop() {
        delivery.close();
    }

    @Override
    protected List<DomainEvent> storedEvents() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select payload from neuroglia.event")) {
            List<DomainEvent> events = new ArrayList<>();
            while (rows.next()) {
                events.add(StoredJson.read(rows.getString(1), Happened.class));
            }
            return events;
        }
    }
}
