package io.neuroglia.spring.data;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.jdbc.metadata.CompositeDataSourcePoolMetadataProvider;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadata;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.util.ClassUtils;

/** How many connections a pool may have, where Spring Boot's support for pools is there and knows it. */
final class PoolSize {
    private static final boolean KNOWABLE = ClassUtils.isPresent(
            "org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider", PoolSize.class.getClassLoader());

    private PoolSize() {}

    static @Nullable Integer of(DataSource dataSource, BeanFactory beans) {
        return KNOWABLE ? Lookup.of(dataSource, beans) : null;
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
