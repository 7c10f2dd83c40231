package io.neuroglia.spring.data;

import io.neuroglia.spring.data.Candidates.Named;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The data sources and the transaction manager that the library uses. What cannot be determined stops the start, because
 * the application would otherwise run without transactions.
 */
final class DataBeans {
    static final String DATA_SOURCE = "neuroglia.data.data-source";
    static final String TRANSACTION_MANAGER = "neuroglia.data.transaction-manager";
    static final String DELIVERY_DATA_SOURCE = "neuroglia.delivery.data-source";

    private final Candidates<PlatformTransactionManager> managers;
    private final DataProperties properties;
    private final Named<DataSource> dataSource;
    private final Named<DataSource> deliveryDataSource;

    DataBeans(ListableBeanFactory beans, DataProperties properties, DeliveryProperties delivery) {
        Candidates<DataSource> dataSources = new Candidates<>(beans, DataSource.class);
        String own = delivery.dataSource();
        this.managers = new Candidates<>(beans, PlatformTransactionManager.class);
        this.properties = properties;
        this.dataSource = determined(dataSources, properties.dataSource(), own);
        this.deliveryDataSource = own == null ? dataSource : dataSources.named(own, DELIVERY_DATA_SOURCE);
    }

    /** The application's: its transactions store the events. */
    Named<DataSource> dataSource() {
        return dataSource;
    }

    /** From which delivery takes the connections that it keeps; the application's unless it is given its own. */
    Named<DataSource> deliveryDataSource() {
        return deliveryDataSource;
    }

    boolean hasOwnDataSource() {
        return !deliveryDataSource.name().equals(dataSource.name());
    }

    /** The one that is named, the only or primary one if it manages the data source, or else the only one that does. */
    PlatformTransactionManager transactionManager() {
        if (properties.transactionManager() != null) {
            return requireOwn(managers.named(properties.transactionManager(), TRANSACTION_MANAGER));
        }
        @Nullable Named<PlatformTransactionManager> unique = managers.unique();
        if (unique != null && managed(unique.bean()) == null) {
            return unique.bean(); // it does not tell
        }
        List<Named<PlatformTransactionManager>> managing = managers.matching(manages());
        if (unique != null && managing.contains(unique)) {
            return unique.bean();
        }
        if (managing.size() != 1) {
            throw undetermined(managing);
        }
        return managing.getFirst().bean();
    }

    private static Named<DataSource> determined(
            Candidates<DataSource> all, @Nullable String name, @Nullable String ofDelivery) {
        if (name != null) {
            return all.named(name, DATA_SOURCE);
        }
        @Nullable Named<DataSource> unique = all.unique();
        if (unique != null) {
            return unique;
        }
        List<String> rest =
                all.names().stream().filter(each -> !each.equals(ofDelivery)).toList();
        if (rest.size() != 1) {
            throw new DataSetupException(
                    "There are several data sources, " + all + ", and none of them is primary.",
                    "Say which one has the events and aggregates, by " + DATA_SOURCE + " or by @Primary.");
        }
        return all.named(rest.getFirst(), DATA_SOURCE);
    }

    private PlatformTransactionManager requireOwn(Named<PlatformTransactionManager> chosen) {
        DataSource managed = managed(chosen.bean());
        if (managed != null && !managed.equals(ManagedTransactions.plain(dataSource.bean()))) {
            throw new DataSetupException(
                    TRANSACTION_MANAGER + " names '" + chosen.name()
                            + "', which manages the transactions of another data source than '" + dataSource.name()
                            + "'.",
                    "Set it to one of " + names(managers.matching(manages())) + ", or choose the data source by "
                            + DATA_SOURCE + ".");
        }
        return chosen.bean();
    }

    private Predicate<PlatformTransactionManager> manages() {
        DataSource wanted = ManagedTransactions.plain(dataSource.bean());
        return manager -> wanted.equals(managed(manager));
    }

    private DataSetupException undetermined(List<Named<PlatformTransactionManager>> managing) {
        return managing.isEmpty()
                ? new DataSetupException(
                        "No transaction manager manages the data source '" + dataSource.name() + "'. There are "
                                + managers + ".",
                        "Add one, such as a JdbcTransactionManager on it, name one by " + TRANSACTION_MANAGER
                                + ", or choose another data source by " + DATA_SOURCE + ".")
                : new DataSetupException(
                        "Several transaction managers manage the data source '" + dataSource.name() + "': "
                                + names(managing) + ", and none of them is primary.",
                        "Say which one to use, by " + TRANSACTION_MANAGER + " or by @Primary.");
    }

    private static @Nullable DataSource managed(PlatformTransactionManager manager) {
        return ManagedTransactions.dataSourceOf(manager);
    }

    private static List<String> names(List<? extends Named<?>> named) {
        return named.stream().<String>map(Named::name).toList();
    }
}
