package io.neuroglia.mediation;

import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.handler.spi.HandlerIndexes.Entry;
import io.neuroglia.handler.spi.HandlerIndexes.Unloadable;
import io.neuroglia.mediation.MediatorBuilder.InstanceProvider;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers what the indexes of an application name, each entry once, and tells of everything that is wrong at once. */
final class IndexedSetup {
    private static final Logger LOG = LoggerFactory.getLogger(Mediator.class);

    private final MediatorBuilder builder;
    private final ProvidedParts parts;
    private final GeneratedInstances generated;
    private final List<Entry> pending = new ArrayList<>();
    private final List<Unloadable> unloadable = new ArrayList<>();
    private boolean strict = true;
    private boolean leftOut;

    IndexedSetup(MediatorBuilder builder) {
        this.builder = builder;
        this.parts = new ProvidedParts(builder.mediator());
        this.generated = new GeneratedInstances(parts);
    }

    void strict(boolean refuse) {
        strict = refuse;
    }

    void provide(String type, Object part) {
        parts.add(type, part);
    }

    /** Whether something was left out on purpose, so that a request without a handler is no surprise. */
    boolean hasLeftOut() {
        return leftOut;
    }

    /** Keeps the entries until all parts are there. */
    void add(HandlerIndexes indexes) {
        indexes.requireAny("No handlers are found.");
        pending.addAll(indexes.entries());
        unloadable.addAll(indexes.unloadable());
    }

    /** Registers the entries of indexes whose instances somebody else makes. */
    void register(HandlerIndexes indexes, InstanceProvider instances) {
        SetupProblems problems = new SetupProblems();
        List<Unloadable> missing = new ArrayList<>(indexes.unloadable());
        for (Entry entry : indexes.entries()) {
            try {
                entry.accept(new IndexRegistration(builder, entry.index(), instances));
            } catch (LinkageError failure) {
                missing.add(entry.unloadable(failure));
            }
        }
        report(missing, problems);
        problems.throwIfAny();
    }

    /** Makes and registers all that waits; what failed waits on, in case somebody adds what was missing. */
    void register() {
        SetupProblems problems = new SetupProblems();
        List<Unloadable> missing = new ArrayList<>(unloadable);
        List<Entry> waiting = List.copyOf(pending);
        pending.clear();
        for (Entry entry : waiting) {
            try {
                register(entry);
            } catch (LinkageError failure) {
                pending.add(entry);
                missing.add(entry.unloadable(failure));
            } catch (NotMadeException | IllegalStateException failure) {
                pending.add(entry);
                problems.add(failure);
            }
        }
        report(missing, problems);
        problems.throwIfAny();
    }

    private void register(Entry entry) {
        String request = entry.index().request(entry.number());
        if (request == null) {
            entry.accept(new IndexRegistration(builder, entry.index(), generated.of(entry)));
        } else {
            builder.handle(RegisteredHandler.of(request, entry, generated.handler(entry)));
        }
    }

    private void report(List<Unloadable> missing, SetupProblems problems) {
        for (Unloadable one : missing) {
            if (strict) {
                problems.add(one);
            } else {
                LOG.error("Left out, because it cannot be loaded: {}", one.what(), one.reason());
            }
        }
        leftOut |= !strict && !missing.isEmpty();
    }
}
