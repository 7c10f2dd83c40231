package io.neuroglia.chaos.fault;

import java.sql.Connection;
import java.sql.SQLException;

/** What can be done to the process or to the connection of the thread that reaches a point. */
public enum Harm {
    /** SIGKILL of the own process. */
    KILL {
        @Override
        Blow prepare() {
            Executioner executioner = new Executioner();
            return connection -> executioner.send("KILL");
        }
    },

    /** SIGSTOP of the own process, until somebody sends SIGCONT. */
    PAUSE {
        @Override
        Blow prepare() {
            Executioner executioner = new Executioner();
            return connection -> executioner.send("STOP");
        }
    },

    /** The connection breaks; after a statement this means that its answer is lost. */
    CUT {
        @Override
        Blow prepare() {
            return connection -> {
                connection.abort(Runnable::run);
                throw new SQLException("The connection was cut off", "08006");
            };
        }
    },

    /** The thread gets an error, as when the memory or the stack is used up. */
    ERROR {
        @Override
        Blow prepare() {
            return connection -> {
                throw new OutOfMemoryError("thrown by the chaos suite");
            };
        }
    };

    /** Makes ready, so that the blow itself takes no time. */
    abstract Blow prepare();

    /** Falls on the thread that has reached the point. */
    interface Blow {
        void strike(Connection connection) throws SQLException;
    }
}
