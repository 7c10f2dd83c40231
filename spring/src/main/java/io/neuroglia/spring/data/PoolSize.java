package io.neuroglia.spring.data;

import io.neuroglia.spring.data.Candidates.Named;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.jdbc.metadata.CompositeDataSourcePoolMetadataProvider;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadata;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.util.ClassUtils;

/** How many connections a pool may have, where Spring Boot's support for pools is there and knows it, and must have. */
final class PoolSize {
    /** What delivery keeps for itself while it runs. */
    private static final int KEPT = 1;

    /** Kept too, if it listens. */
    private static final int LISTENING = 1;

    /** Housekeeping and administration, which take a connection of delivery's own data source now and then. */
    private static final int HOUSEKEEPING = 1;

    /** A handler that opens a unit of work after its commit needs a second one. */
    private static final int DELIVERIES = 2;

    private static final int REQUESTS = 1;

    private static final boolean KNOWABLE = ClassUtils.isPresent(
            "org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider", PoolSize.class.getClassLoader());

    private PoolSize() {}

    static @Nullable Integer of(DataSource dataSource, BeanFactory beans) {
        return KNOWABLE ? Lookup.of(dataSource, beans) : null;
    }

    /**
     * Makes sure that neither deliveries nor requests wait for connections that will never be free.
     *
     * @throws DataSetupException if a pool is too small
     */
    static void requireRoom(DataBeans data, DeliveryProperties properties, BeanFactory beans) {
        int kept = properties.listen() ? KEPT + LISTENING : KEPT;
        Integer connections = properties.connections();
        int deliveries = connections == null ? DELIVERIES : Math.max(DELIVERIES, connections);
        String shared = deliveries + " for deliveries and " + REQUESTS + " for requests";
        if (data.hasOwnDataSource()) {
            require(data.dataSource(), beans, deliveries + REQUESTS, shared);
            require(
                    data.deliveryDataSource(),
                    beans,
                    kept + HOUSEKEEPING,
                    kept + " that delivery keeps and " + HOUSEKEEPING + " for housekeeping");
        } else {
            require(data.dataSource(), beans, kept + deliveries + REQUESTS, kept + " that delivery keeps, " + shared);
        }
    }

    private static void require(Named<DataSource> dataSource, BeanFactory beans, int required, String what) {
        Integer max = of(dataSource.bean(), beans);
        if (max != null && max < required) {
            throw new DataSetupException(
                    "The pool of the data source '" + dataSource.name() + "' has " + max + " connections, but durable"
                            + " delivery needs at least " + required + ": " + what + ".",
                    "Raise the size of the pool, such as by spring.datasource.hikari.maximum-pool-size=" + required
                            + ", or lower neuroglia.delivery.connections if that is set.");
        }
    }

    /** Loaded only where the classes it names are. */
    private static final class Lookup {
        static @Nullable Integer of(DataSource dataSource, BeanFactory beans) {
            DataSourcePoolMetadata pool = new CompositeDataSourcePoolMetadataProvider(
                            beans.getBeanProvider(DataSourcePoolMetadataProvider.class).stream()
                                    .toList())
                    .getDataSourcePoolMetadata(dataSource);
            Integer max = pool == null ? null : pool.getMax();
            return max == null || max <= 0 ? null : max;
        }
    }
}
