package io.neuroglia.benchmarks.delivery.rival;

import java.util.List;
import java.util.Locale;

/** The systems that are measured. */
public enum Rival {
    /** Wired by hand. */
    NEUROGLIA("Neuroglia, plain Java") {
        @Override
        public EventSystem start(Database database, Load load, Journal journal) {
            return NeurogliaSystem.start(database, load, journal);
        }
    },
    /** Wired by the starter; the events are raised by a command's handler. */
    STARTER("Neuroglia, Spring Boot starter") {
        @Override
        public EventSystem start(Database database, Load load, Journal journal) {
            return StarterSystem.start(database, load, journal);
        }
    },
    /** With its own registry on JDBC. */
    MODULITH("Spring Modulith") {
        @Override
        public EventSystem start(Database database, Load load, Journal journal) {
            return ModulithSystem.start(database, load, journal);
        }
    },
    /** The outbox that Spring Modulith can hand its events to. */
    NAMASTACK("Namastack Outbox") {
        @Override
        public EventSystem start(Database database, Load load, Journal journal) {
            return NamastackSystem.start(database, load, journal);
        }
    },
    /** One execution for each event and handler. */
    DB_SCHEDULER("db-scheduler") {
        @Override
        public EventSystem start(Database database, Load load, Journal journal) {
            return DbSchedulerSystem.start(database, load, journal);
        }
    },
    /** No events: the commits that the database is capable of. */
    NOTHING("business insert alone") {
        @Override
        public EventSystem start(Database database, Load load, Journal journal) {
            return InsertsAlone.start(database);
        }
    };

    /** Those that are compared. */
    public static final List<Rival> PEERS = List.of(NEUROGLIA, STARTER, MODULITH, NAMASTACK, DB_SCHEDULER);

    private final String title;

    Rival(String title) {
        this.title = title;
    }

    /**
     * The rival that a word on the command line names.
     *
     * @param word such as {@code db-scheduler}
     * @throws IllegalArgumentException if there is none
     */
    public static Rival named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** A running system on empty tables. */
    public abstract EventSystem start(Database database, Load load, Journal journal);

    /** The load as far as it makes a difference: only Neuroglia's tables have partitions. */
    public Load under(Load load) {
        return this == NEUROGLIA || this == STARTER ? load : load.withPartitions(0);
    }

    @Override
    public String toString() {
        return title;
    }
}
