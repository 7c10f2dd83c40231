package io.neuroglia.benchmarks.delivery;

import java.util.List;

/** Who is measured. */
enum Rival {
    NEUROGLIA("Neuroglia") {
        @Override
        EventSystem start(Database database, Load load, Journal journal) {
            return NeurogliaSystem.start(database, load, journal);
        }
    },
    MODULITH("Spring Modulith") {
        @Override
        EventSystem start(Database database, Load load, Journal journal) {
            return ModulithSystem.start(database, load, journal);
        }
    },
    /** Without events, what the database is capable of. */
    NOTHING("business insert alone") {
        @Override
        EventSystem start(Database database, Load load, Journal journal) {
            return InsertsAlone.start(database);
        }
    };

    /** Those that are compared. */
    static final List<Rival> PEERS = List.of(NEUROGLIA, MODULITH);

    private final String title;

    Rival(String title) {
        this.title = title;
    }

    /** A system that runs, on empty tables. */
    abstract EventSystem start(Database database, Load load, Journal journal);

    @Override
    public String toString() {
        return title;
    }
}
