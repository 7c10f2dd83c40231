package io.neuroglia.data.jdbc;

import io.neuroglia.data.AggregateMapping;
import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.DuplicateAggregateException;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.data.UnreadableAggregateException;
import io.neuroglia.data.VersionConflictException;
import io.neuroglia.data.json.StateFormat;
import io.neuroglia.data.json.StoredFormat;
import io.neuroglia.message.LogicalNames;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps aggregates in a PostgreSQL table of their own, one row each:
 * {@code (id text primary key, version bigint not null, state jsonb not null)}. Two writers of one version: the first
 * wins, the other gets {@link VersionConflictException}. The version of the state's form is kept in the state, see
 * {@link StateFormat}. Thread-safe.
 *
 * @param <T> the aggregate
 * @param <ID> identifies it; its {@code toString} is stored
 * @param <S> its stored state
 * @since 0.1
 */
public final class PostgresRepository<T extends AggregateRoot<ID>, ID, S> implements Repository<T, ID> {
    private static final Pattern TABLE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?");

    private final Transactions transactions;
    private final EventSink events;
    private final String table;
    private final String quotedTable;
    private final AggregateMapping<T, S> mapping;
    private final StateFormat<S> states;
    private final Consumer<UnreadableAggregateException> unreadable;

    private PostgresRepository(
            Transactions transactions,
            EventSink events,
            String table,
            AggregateMapping<T, S> mapping,
            StateFormat<S> states) {
        this.transactions = transactions;
        this.events = events;
        this.table = table;
        this.quotedTable = '"' + table.replace(".", "\".\"") + '"';
        this.mapping = mapping;
        this.states = states;
        this.unreadable = PostgresRepository::refuse;
    }

    private PostgresRepository(PostgresRepository<T, ID, S> other, Consumer<UnreadableAggregateException> unreadable) {
        this.transactions = other.transactions;
        this.events = other.events;
        this.table = other.table;
        this.quotedTable = other.quotedTable;
        this.mapping = other.mapping;
        this.states = other.states;
        this.unreadable = Objects.requireNonNull(unreadable, "unreadable");
    }

    /**
     * A repository over a table.
     *
     * @param transactions whose connection is used
     * @param events takes the aggregates' events over, usually the unit of work
     * @param table name of the table, in lower case, with its schema if needed; may be a word of SQL such as order
     * @param mapping how the aggregate is stored
     * @param <T> the aggregate
     * @param <ID> identifies it
     * @param <S> its stored state
     * @return a repository
     * @throws IllegalArgumentException if the table's name is not plain, or the mapping's upcasters have a gap
     */
    public static <T extends AggregateRoot<ID>, ID, S> PostgresRepository<T, ID, S> of(
            Transactions transactions, EventSink events, String table, AggregateMapping<T, S> mapping) {
        return of(transactions, events, table, mapping, StoredFormat.standard());
    }

    /**
     * A repository over a table whose states are stored in a format of the application's own.
     *
     * @param transactions whose connection is used
     * @param events takes the aggregates' events over, usually the unit of work
     * @param table name of the table, in lower case, with its schema if needed; may be a word of SQL such as order
     * @param mapping how the aggregate is stored
     * @param format how states are written as JSON
     * @param <T> the aggregate
     * @param <ID> identifies it
     * @param <S> its stored state
     * @return a repository
     * @throws IllegalArgumentException if the table's name is not plain, or the mapping's upcasters have a gap
     */
    public static <T extends AggregateRoot<ID>, ID, S> PostgresRepository<T, ID, S> of(
            Transactions transactions,
            EventSink events,
            String table,
            AggregateMapping<T, S> mapping,
            StoredFormat format) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "Not a plain table name: " + table + ". Use lower case, as in shop.item");
        }
        return new PostgresRepository<>(transactions, events, table, mapping, StateFormat.of(format, mapping));
    }

    @Override
    public Optional<T> findById(ID id) {
        return query(PostgresRepository::refuse, "where id = ?", id.toString()).stream()
                .findFirst();
    }

    @Override
    public List<T> findByIds(Collection<? extends ID> ids) {
        String[] keys = ids.stream().map(Object::toString).distinct().toArray(String[]::new);
        return query("where id = any(?) order by id collate \"C\"", (Object) keys);
    }

    @Override
    public List<T> findAll() {
        return query("order by id collate \"C\"");
    }

    @Override
    public Stream<T> stream() {
        return stream("");
    }

    @Override
    public PostgresRepository<T, ID, S> skippingUnreadable(Consumer<UnreadableAggregateException> report) {
        return new PostgresRepository<>(this, report);
    }

    /**
     * The aggregates that a condition selects. For an application's own finders; the condition is written by the
     * developer, values go into the parameters.
     *
     * @param condition SQL after the table's name, such as {@code where state->>'status' = ? order by id}
     * @param parameters values of its placeholders; a {@code String[]} becomes an array
     * @return in the order that the condition gives
     * @throws UnreadableAggregateException if one of them cannot be read, see {@link #skippingUnreadable(Consumer)}
     */
    public List<T> query(String condition, Object... parameters) {
        return query(unreadable, condition, parameters);
    }

    private List<T> query(Consumer<UnreadableAggregateException> report, String condition, Object... parameters) {
        List<T> all = inTransaction(() -> {
            try (PreparedStatement select =
                            Statements.prepare(transactions.connection(), select(condition), parameters);
                    ResultSet rows = select.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    T aggregate = aggregate(rows, report);
                    if (aggregate != null) {
                        found.add(aggregate);
                    }
                }
                return found;
            }
        });
        all.forEach(this::watched); // by the unit of work that is open around the query, if there is one
        return all;
    }

    /**
     * The aggregates that a condition selects, one after the other, for sets too large for memory. The database keeps the
     * result and sends some at a time; what it selects is what is there when this is called. Outside of a unit of work a
     * connection is held until the stream is closed or read to its end.
     *
     * @param condition as for {@link #query(String, Object...)}
     * @param parameters as for {@link #query(String, Object...)}
     * @return to be closed, as {@link #stream()} is
     */
    public Stream<T> stream(String condition, Object... parameters) {
        try {
            Cursor cursor = Cursor.open(transactions, select(condition), parameters);
            return StreamSupport.stream(new CursorSpliterator<>(cursor, this::watchedOrNull, cannotRead()), false)
                    .onClose(cursor::close);
        } catch (SQLException cause) {
            throw SqlFailures.of(cannotRead(), cause);
        }
    }

    @Override
    public void add(T aggregate) {
        String sql = "insert into " + quotedTable
                + " (id, version, state) values (?, 1, ?::jsonb) on conflict (id) do nothing";
        if (update(sql, aggregate.id().toString(), json(aggregate)) == 0) {
            throw new DuplicateAggregateException(aggregate);
        }
        written(aggregate, 1);
        watched(aggregate);
    }

    @Override
    public void save(T aggregate) {
        String sql =
                "update " + quotedTable + " set version = version + 1, state = ?::jsonb where id = ? and version = ?";
        if (update(sql, json(aggregate), aggregate.id().toString(), aggregate.version()) == 0) {
            throw new VersionConflictException(aggregate);
        }
        written(aggregate, aggregate.version() + 1);
        watched(aggregate);
    }

    @Override
    public void remove(T aggregate) {
        String sql = "delete from " + quotedTable + " where id = ? and version = ?";
        if (update(sql, aggregate.id().toString(), aggregate.version()) == 0) {
            throw new VersionConflictException(aggregate);
        }
        written(aggregate, aggregate.version() + 1);
    }

    private void written(T aggregate, long version) {
        String key = LogicalNames.of(mapping.aggregateType()) + "/" + aggregate.id();
        events.accept(key, version, aggregate.pendingEvents());
        events.onRollback(aggregate.stored(version));
    }

    private @Nullable T watchedOrNull(ResultSet row) throws SQLException {
        T aggregate = aggregate(row);
        return aggregate == null ? null : watched(aggregate);
    }

    private T watched(T aggregate) {
        events.watch(aggregate, () -> mapping.toState(aggregate));
        return aggregate;
    }

    private String json(T aggregate) {
        return states.write(mapping.toState(aggregate));
    }

    private @Nullable T aggregate(ResultSet row) throws SQLException {
        return aggregate(row, unreadable);
    }

    /** Null for a row that cannot be read, if that is reported without ending the search. */
    private @Nullable T aggregate(ResultSet row, Consumer<UnreadableAggregateException> report) throws SQLException {
        long version = row.getLong(1);
        String state = row.getString(2);
        try {
            return mapping.toAggregate(states.read(state), version);
        } catch (RuntimeException cause) {
            report.accept(new UnreadableAggregateException("table " + table, row.getString(3), cause));
            return null;
        }
    }

    private static void refuse(UnreadableAggregateException failure) {
        throw failure;
    }

    private String select(String condition) {
        return "select version, state, id from " + quotedTable + " " + condition;
    }

    private String cannotRead() {
        return "Cannot read from " + table;
    }

    private int update(String sql, Object... parameters) {
        try (PreparedStatement update = Statements.prepare(transactions.connection(), sql, parameters)) {
            return update.executeUpdate();
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot write to " + table, cause);
        }
    }

    /** Reads may come from outside a unit of work, as queries do. */
    private <V> V inTransaction(Callable<V> read) {
        try {
            return transactions.isActive() ? read.call() : transactions.execute(read, found -> true);
        } catch (SQLException cause) {
            throw SqlFailures.of(cannotRead(), cause);
        } catch (RuntimeException cause) {
            throw cause;
        } catch (Exception cause) {
            throw new IllegalStateException(cannotRead(), cause);
        }
    }
}
