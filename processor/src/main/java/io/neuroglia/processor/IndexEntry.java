package io.neuroglia.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.neuroglia.processor.CompilationModel.Handler;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an index says in one line.
 *
 * @param handler null for a message that stands alone
 * @param answer the data that a request handler answers, if its package can write it; else null
 * @param construction how the handler is made, if its package can; else null
 */
record IndexEntry(
        Kind kind,
        ClassName message,
        @Nullable ClassName handler,
        @Nullable String answer,
        @Nullable Construction construction)
        implements Comparable<IndexEntry> {
    private static final Comparator<IndexEntry> ALPHABETICAL = Comparator.comparing(IndexEntry::kind)
            .thenComparing(IndexEntry::message)
            .thenComparing(IndexEntry::subject);

    /** What is said of a message, in the order in which an index says it. */
    enum Kind {
        HANDLER("handler", "handled by"),
        HANDLED_ELSEWHERE("handledElsewhere", "handled elsewhere"),
        DOMAIN_EVENT("domainEvent", "a domain event"),
        EVENT_HANDLER("eventHandler", "handled by"),
        BEHAVIOR("behavior", "surrounded by");

        private final String visitorMethod;
        private final String words;

        Kind(String visitorMethod, String words) {
            this.visitorMethod = visitorMethod;
            this.words = words;
        }

        String visitorMethod() {
            return visitorMethod;
        }

        /** As the index's own comment says it. */
        String words() {
            return words;
        }
    }

    /** All entries of a compilation by the package whose index they stand in. */
    static NavigableMap<String, TreeSet<IndexEntry>> byPackage(CompilationModel model, MissingPolicy missing) {
        Stream<IndexEntry> requests = model.requests().stream()
                .filter(request -> model.isDemanded(request, missing))
                .filter(request -> request.obstacles().isEmpty())
                .map(request -> new IndexEntry(Kind.HANDLED_ELSEWHERE, request.name(), null, null, null));
        Stream<IndexEntry> events = model.events().stream()
                .filter(event -> event.obstacles().isEmpty())
                .map(event -> new IndexEntry(Kind.DOMAIN_EVENT, event.name(), null, null, null));
        Stream<IndexEntry> handlers = model.handlers().stream()
                .filter(handler -> handler.obstacles().isEmpty())
                .map(IndexEntry::of);
        return Stream.of(requests, events, handlers)
                .flatMap(Function.identity())
                .collect(groupingBy(entry -> entry.subject().packageName(), TreeMap::new, toCollection(TreeSet::new)));
    }

    private static IndexEntry of(Handler handler) {
        Kind kind = switch (handler.role()) {
            case REQUEST_HANDLER -> Kind.HANDLER;
            case EVENT_HANDLER -> Kind.EVENT_HANDLER;
            case BEHAVIOR -> Kind.BEHAVIOR;
        };
        return new IndexEntry(kind, handler.handled(), handler.name(), handler.answer(), handler.construction());
    }

    /** The class of the links of its request's pipeline, or null where the request has none of its own. */
    @Nullable
    ClassName links() {
        return handler == null || answer == null ? null : handler.companion("Links");
    }

    /** The class because of which it stands there. */
    ClassName subject() {
        return handler == null ? message : handler;
    }

    @Override
    public int compareTo(IndexEntry other) {
        return ALPHABETICAL.compare(this, other);
    }
}
