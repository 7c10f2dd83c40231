package io.neuroglia.spring.data;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.testing.conformance.UnitOfWorkContract;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(PostgresExtension.class)
@ParameterizedClass
@EnumSource
class SpringUnitOfWorkContractIT extends UnitOfWorkContract {
    @Parameter
    private TransactionSetup setup;

    private final TestDatabase database;
    private DurableDelivery delivery;

    SpringUnitOfWorkContractIT(TestDatabase database) {
        this.database = database;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        DataSource pool = setup.pool(database.dataSource());
        SpringTransactions transactions = new SpringTransactions(setup.manager(pool), pool);
        delivery = DurableDelivery.create(database.dataSource(), transactions, DeliverySettings.forApplication("test"));
        database.execute("truncate neuroglia.event");
        delivery.start(Mediator.builder().domainEvent(Happened.class).build());
        return delivery.unitOfWork();
    }

    @AfterEach
    void stop() {
        delivery.close();
    }

    @Override
    protected List<? extends DomainEvent> storedEvents() {
        return new JdbcTemplate(database.dataSource())
                .queryForList("select payload from neuroglia.event", String.class).stream()
                        .map(payload -> StoredJson.read(payload, Happened.class))
                        .toList();
    }
}
