package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.spring.mediation.MediatorAutoConfiguration;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import io.neuroglia.transaction.UnitOfWork;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** An application with a database never starts without transactions, or with those of another one. */
@ExtendWith(PostgresExtension.class)
class DataSetupIT {
    private final TestDatabase database;
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceTransactionManagerAutoConfiguration.class,
                    MediatorAutoConfiguration.class,
                    DataAutoConfiguration.class,
                    DeliveryAutoConfiguration.class))
            .withPropertyValues("spring.application.name=shop", "neuroglia.delivery.heartbeat=100ms");

    DataSetupIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void forget() {
        database.execute("drop schema if exists neuroglia cascade");
    }

    @Nested
    class ChoosingADataSource {
        @Test
        void without_one_the_application_is_a_pure_mediator() {
            application.run(context -> {
                assertThat(context).hasNotFailed().hasSingleBean(Mediator.class);
                assertThat(context)
                        .doesNotHaveBean(Transactions.class)
                        .doesNotHaveBean(UnitOfWork.class)
                        .doesNotHaveBean(DurableDelivery.class);
            });
        }

        @Test
        void the_only_one_is_used() {
            with("orders").withManager("ordersTransactions", "orders").run(context -> assertUses(context, "orders"));
        }

        @Test
        void of_several_none_is_used_without_being_chosen() {
            with("orders", "reports")
                    .withManager("ordersTransactions", "orders")
                    .run(context ->
                            assertRefused(context, "[orders, reports]", "neuroglia.data.data-source", "@Primary"));
        }

        @Test
        void transactions_are_not_left_out_when_delivery_is_switched_off() {
            with("orders", "reports")
                    .withProperties("neuroglia.delivery.enabled=false")
                    .run(context -> assertRefused(context, "[orders, reports]", "neuroglia.data.data-source"));
        }

        @Test
        void of_several_the_primary_one_is_used() {
            with("orders")
                    .withPrimary("reports")
                    .withManager("reportsTransactions", "reports")
                    .run(context -> assertUses(context, "reports"));
        }

        @Test
        void of_several_the_one_that_a_property_names_is_used_also_if_another_is_primary() {
            with("orders")
                    .withPrimary("reports")
                    .withManager("ordersTransactions", "orders")
                    .withManager("reportsTransactions", "reports")
                    .withProperties("neuroglia.data.data-source=orders")
                    .run(context -> assertUses(context, "orders"));
        }

        @Test
        void one_that_is_injected_only_by_name_does_not_compete() {
            with("orders")
                    .withByNameOnly("reports")
                    .withManager("ordersTransactions", "orders")
                    .run(context -> assertUses(context, "orders"));
        }

        @Test
        void one_that_is_injected_only_by_name_is_still_a_database() {
            nothing()
                    .withByNameOnly("orders")
                    .withManager("ordersTransactions", "orders")
                    .withProperties("neuroglia.data.data-source=orders")
                    .run(context -> assertUses(context, "orders"));
        }

        @Test
        void a_name_that_there_is_not_is_refused() {
            with("orders")
                    .withManager("ordersTransactions", "orders")
                    .withProperties("neuroglia.data.data-source=order")
                    .run(context -> assertRefused(context, "neuroglia.data.data-source", "'order'", "[orders]"));
        }

        @Test
        void the_one_that_is_deliverys_own_does_not_compete() {
            with("orders", "queue")
                    .withManager("ordersTransactions", "orders")
                    .withProperties("neuroglia.delivery.data-source=queue")
                    .run(context -> {
                        assertUses(context, "orders");
                        assertThat(context.getBean(DataBeans.class)
                                        .deliveryDataSource()
                                        .bean())
                                .isSameAs(context.getBean("queue"));
                    });
        }

        @Test
        void another_database_than_postgresql_is_refused_in_one_sentence() {
            nothing()
                    .withDataSource("orders", () -> new AnotherDatabase(database.dataSource()))
                    .withManager("ordersTransactions", "orders")
                    .run(context -> assertRefused(
                            context, "'orders'", "Oak 7.1", "PostgreSQL", "neuroglia.delivery.enabled=false"));
        }

        @Test
        void another_database_than_postgresql_has_transactions_without_delivery() {
            nothing()
                    .withDataSource("orders", () -> new AnotherDatabase(database.dataSource()))
                    .withManager("ordersTransactions", "orders")
                    .withProperties("neuroglia.delivery.enabled=false")
                    .run(context -> assertUses(context, "orders"));
        }
    }

    @Nested
    class ChoosingATransactionManager {
        @Test
        void one_must_manage_the_data_source() {
            with("orders", "reports")
                    .withManager("reportsTransactions", "reports")
                    .withProperties("neuroglia.data.data-source=orders")
                    .run(context -> assertRefused(
                            context, "'orders'", "[reportsTransactions]", "neuroglia.data.transaction-manager"));
        }

        @Test
        void there_must_be_one() {
            with("orders", "reports")
                    .withProperties("neuroglia.data.data-source=orders")
                    .run(context -> assertRefused(context, "'orders'", "[]", "JdbcTransactionManager"));
        }

        @Test
        void of_several_for_one_data_source_none_is_used_without_being_chosen() {
            with("orders")
                    .withManager("first", "orders")
                    .withManager("second", "orders")
                    .run(context -> assertRefused(
                            context, "[first, second]", "neuroglia.data.transaction-manager", "@Primary"));
        }

        @Test
        void of_several_the_one_that_a_property_names_is_used() {
            with("orders")
                    .withManager("first", "orders")
                    .withManager("second", "orders")
                    .withProperties("neuroglia.data.transaction-manager=second")
                    .run(context -> assertUses(context, "orders"));
        }

        @Test
        void one_of_another_data_source_is_refused_although_a_property_names_it() {
            with("orders", "reports")
                    .withManager("ordersTransactions", "orders")
                    .withManager("reportsTransactions", "reports")
                    .withProperties(
                            "neuroglia.data.data-source=orders",
                            "neuroglia.data.transaction-manager=reportsTransactions")
                    .run(context ->
                            assertRefused(context, "'reportsTransactions'", "'orders'", "[ordersTransactions]"));
        }
    }

    @Nested
    class RequiringRoomInThePool {
        @Test
        void a_pool_with_the_least_room_is_enough() {
            withPool(4).run(context -> assertThat(context).hasNotFailed());
        }

        @Test
        void a_smaller_pool_is_refused_with_the_size_that_is_needed() {
            withPool(3)
                    .run(context -> assertRefused(
                            context,
                            "'dataSource' has 3 connections",
                            "at least 4: 1 that delivery keeps, 2 for deliveries and 1 for requests",
                            "maximum-pool-size=4"));
        }

        @Test
        void listening_needs_one_more() {
            withPool(4)
                    .withPropertyValues("neuroglia.delivery.listen=true")
                    .run(context -> assertRefused(context, "at least 5: 2 that delivery keeps"));
        }

        @Test
        void as_many_as_deliveries_may_use_are_needed() {
            withPool(10)
                    .withPropertyValues("neuroglia.delivery.connections=9")
                    .run(context -> assertRefused(
                            context, "at least 11", "9 for deliveries", "neuroglia.delivery.connections"));
        }

        @Test
        void a_pool_of_deliverys_own_has_room_for_delivery() {
            new Beans(application.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class)))
                    .withDataSource("orders", () -> pool(3))
                    .withDataSource("queue", () -> pool(1))
                    .withManager("ordersTransactions", "orders")
                    .withProperties("neuroglia.delivery.data-source=queue")
                    .run(context -> assertRefused(context, "'queue' has 1 connections", "at least 2"));
        }

        private ApplicationContextRunner withPool(int size) {
            return application
                    .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                    .withPropertyValues(
                            "spring.datasource.url=" + database.jdbcUrl(),
                            "spring.datasource.hikari.maximum-pool-size=" + size);
        }
    }

    private static void assertUses(AssertableApplicationContext context, String dataSource) {
        assertThat(context).hasNotFailed().hasSingleBean(Transactions.class);
        assertThat(context.getBean(DataBeans.class).dataSource().bean()).isSameAs(context.getBean(dataSource));
    }

    private static void assertRefused(AssertableApplicationContext context, String... words) {
        assertThat(context).hasFailed();
        FailureAnalysis analysis = new DataSetupFailureAnalyzer().analyze(context.getStartupFailure());
        assertThat(analysis).as("what Spring Boot prints").isNotNull();
        assertThat(analysis.getDescription() + " " + analysis.getAction()).contains(words);
        assertThat(context.getStartupFailure()).rootCause().hasMessageContainingAll(words);
    }

    private Beans nothing() {
        return new Beans(application);
    }

    private Beans with(String... dataSources) {
        Beans beans = nothing();
        for (String name : dataSources) {
            beans = beans.withDataSource(name);
        }
        return beans;
    }

    private DataSource pool(int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setMaximumPoolSize(size);
        return pool;
    }

    /** What an application declares. */
    private final class Beans {
        private final ApplicationContextRunner runner;

        Beans(ApplicationContextRunner runner) {
            this.runner = runner;
        }

        Beans withDataSource(String name) {
            return with(name, DataSource.class, database::dataSource, definition -> {});
        }

        Beans withPrimary(String name) {
            return with(name, DataSource.class, database::dataSource, definition -> definition.setPrimary(true));
        }

        Beans withByNameOnly(String name) {
            return with(
                    name,
                    DataSource.class,
                    database::dataSource,
                    definition -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false));
        }

        Beans withDataSource(String name, Supplier<DataSource> dataSource) {
            return with(name, DataSource.class, dataSource, definition -> {});
        }

        Beans withManager(String name, String dataSource) {
            return new Beans(runner.withInitializer(context -> ((GenericApplicationContext) context)
                    .registerBean(
                            name,
                            PlatformTransactionManager.class,
                            () -> new JdbcTransactionManager(context.getBean(dataSource, DataSource.class)))));
        }

        Beans withProperties(String... properties) {
            return new Beans(runner.withPropertyValues(properties));
        }

        void run(ContextConsumer<AssertableApplicationContext> assertion) {
            runner.run(assertion);
        }

        private <T> Beans with(String name, Class<T> type, Supplier<T> bean, BeanDefinitionCustomizer customizer) {
            return new Beans(runner.withInitializer(
                    context -> ((GenericApplicationContext) context).registerBean(name, type, bean, customizer)));
        }
    }

    /** Says that it is not PostgreSQL. */
    private static final class AnotherDatabase extends DelegatingDataSource {
        AnotherDatabase(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            DatabaseMetaData metaData = with(
                    DatabaseMetaData.class,
                    connection.getMetaData(),
                    Map.of("getDatabaseProductName", "Oak", "getDatabaseProductVersion", "7.1"));
            return with(Connection.class, connection, Map.of("getMetaData", metaData));
        }

        private static <T> T with(Class<T> type, T target, Map<String, ?> answers) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        Object answer = answers.get(method.getName());
                        return answer == null ? method.invoke(target, arguments) : answer;
                    }));
        }
    }
}
