package io.neuroglia.mediation;

import io.neuroglia.handler.spi.HandlerIndexes.Entry;
import io.neuroglia.handler.spi.Parts;
import io.neuroglia.mediation.MediatorBuilder.InstanceProvider;
import io.neuroglia.mediation.ProvidedParts.MissingPartsException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the indexes make the classes that they name, each once, from the parts of the application. */
final class GeneratedInstances {
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Parts parts;

    GeneratedInstances(Parts parts) {
        this.parts = parts;
    }

    /** Makes the class of one entry. */
    InstanceProvider of(Entry entry) {
        return new InstanceProvider() {
            @Override
            public <T> T get(Class<T> type) {
                Object instance = made.get(type);
                if (instance == null) {
                    instance = create(entry, type);
                    made.put(type, instance);
                }
                return type.cast(instance);
            }
        };
    }

    /** Makes the handler of a request, which no other entry can have made: a class handles one request at most. */
    Object handler(Entry entry) {
        Object instance = create(entry, null);
        made.put(instance.getClass(), instance);
        return instance;
    }

    private Object create(Entry entry, @Nullable Class<?> type) {
        try {
            return entry.create(parts);
        } catch (MissingPartsException missing) {
            throw NotMadeException.lacking(nameOf(entry, type), missing);
        } catch (Exception thrown) {
            throw NotMadeException.failed(nameOf(entry, type), thrown);
        }
    }

    private static String nameOf(Entry entry, @Nullable Class<?> type) {
        return type == null ? entry.subject() : type.getName();
    }
}
