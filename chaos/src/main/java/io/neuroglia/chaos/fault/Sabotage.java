package io.neuroglia.chaos.fault;

import io.neuroglia.chaos.fault.PathPoint.Moment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Strikes once, when its point is reached. Thread-safe. */
public final class Sabotage implements StatementObserver {
    private final PathPoint point;
    private final Harm.Blow blow;
    private final AtomicInteger count = new AtomicInteger();

    private Sabotage(PathPoint point) {
        this.point = point;
        this.blow = point.harm().prepare();
    }

    /** Strikes at this point. */
    public static Sabotage at(PathPoint point) {
        return new Sabotage(point);
    }

    /** Whether the point was reached. */
    public boolean hasStruck() {
        return count.get() >= point.occurrence();
    }

    @Override
    public void at(Moment moment, PathStatement statement, Connection connection) throws SQLException {
        if (moment == point.moment()
                && statement == point.statement()
                && count.incrementAndGet() == point.occurrence()) {
            blow.strike(connection);
        }
    }
}
