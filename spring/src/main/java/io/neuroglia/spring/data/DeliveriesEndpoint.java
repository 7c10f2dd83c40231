package io.neuroglia.spring.data;

import io.neuroglia.delivery.administration.DeliveryAdministration;
import io.neuroglia.delivery.administration.DeliveryFilter;
import io.neuroglia.delivery.administration.DeliveryId;
import io.neuroglia.delivery.administration.DeliveryPage;
import io.neuroglia.delivery.administration.DeliveryState;
import io.neuroglia.delivery.administration.Intervention;
import io.neuroglia.result.OperationResult;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * Administration of durable delivery over HTTP. Unless the application gives unrestricted access, it only reads.
 *
 * <p>What events say may be personal data. It is shown only as {@code management.endpoint.deliveries.show-values} allows,
 * which by default is never; errors and stack traces are always shown.
 *
 * @since 0.1
 */
@WebEndpoint(id = "deliveries", defaultAccess = Access.READ_ONLY)
public final class DeliveriesEndpoint {
    private static final int PAGE = 50;

    private final DeliveryAdministration administration;
    private final DeliveriesEndpointProperties properties;

    DeliveriesEndpoint(DeliveryAdministration administration, DeliveriesEndpointProperties properties) {
        this.administration = administration;
        this.properties = properties;
    }

    /**
     * What is not finished, with the error and stack trace of what failed, the oldest event first.
     *
     * @param handler only deliveries to this handler
     * @param state only deliveries in this state, such as {@code parked}
     * @param key only deliveries of events with this key
     * @param after where to go on, as the page before named it
     * @param limit how many at most, 50 if it is not given
     * @return a page, or status 400
     */
    @ReadOperation
    public WebEndpointResponse<Object> list(
            @Nullable String handler,
            @Nullable String state,
            @Nullable String key,
            @Nullable String after,
            @Nullable Integer limit) {
        return answer(() -> {
            DeliveryPage page =
                    administration.list(filter(handler, state).withKey(key), after, limit == null ? PAGE : limit);
            return new WebEndpointResponse<>(new ShownPage(
                    page.deliveries().stream().map(ShownDelivery::of).toList(), page.next()));
        });
    }

    /**
     * All that is known of an event; what it says only to those who may see that.
     *
     * @param caller who asks
     * @param eventId of the event
     * @return its history, or status 404
     */
    @ReadOperation
    public WebEndpointResponse<Object> event(SecurityContext caller, @Selector String eventId) {
        boolean values = properties.showValues().isShown(caller, properties.roles());
        return answer(() -> administration
                .event(UUID.fromString(eventId))
                .<WebEndpointResponse<Object>>map(history -> new WebEndpointResponse<>(ShownEvent.of(history, values)))
                .orElseGet(() -> problem(404, "There is no event " + eventId + ".")));
    }

    /**
     * Acts on all deliveries of a filter, the oldest first and at most 1,000.
     *
     * @param caller who acts
     * @param action {@code retry}, {@code skip} or {@code discard}
     * @param handler only deliveries to this handler
     * @param state only deliveries in this state
     * @param reason why
     * @return how many were changed, or status 400
     */
    @WriteOperation
    public WebEndpointResponse<Object> actOnAll(
            SecurityContext caller, String action, @Nullable String handler, @Nullable String state, String reason) {
        return answer(() -> {
            DeliveryFilter filter = filter(handler, state);
            Intervention by = by(caller, reason);
            int changed = switch (action) {
                case "retry" -> administration.retryAll(filter, DeliveryAdministration.LARGEST, by);
                case "skip" -> administration.skipAll(filter, DeliveryAdministration.LARGEST, by);
                case "discard" -> administration.discardAll(filter, DeliveryAdministration.LARGEST, by);
                default -> throw unknown(action, "retry, skip or discard");
            };
            return new WebEndpointResponse<>(Map.of("changed", changed));
        });
    }

    /**
     * Acts on one delivery.
     *
     * @param caller who acts
     * @param eventId of the event
     * @param handler the handler's logical name
     * @param action {@code retry}, {@code skip} or {@code replay}
     * @param reason why
     * @return status 204, or 400, 404 or 409 with what hinders
     */
    @WriteOperation
    public WebEndpointResponse<Object> act(
            SecurityContext caller, @Selector String eventId, @Selector String handler, String action, String reason) {
        return answer(() -> {
            DeliveryId delivery = new DeliveryId(UUID.fromString(eventId), handler);
            Intervention by = by(caller, reason);
            return status(
                    switch (action) {
                        case "retry" -> administration.retry(delivery, by);
                        case "skip" -> administration.skip(delivery, by);
                        case "replay" -> administration.replay(delivery, by);
                        default -> throw unknown(action, "retry, skip or replay");
                    });
        });
    }

    /**
     * Gives an event that is not finished another payload.
     *
     * @param caller who acts
     * @param eventId of the event
     * @param payload JSON, as a text
     * @param reason why
     * @return status 204, or 400, 404 or 409 with what hinders
     */
    @WriteOperation
    public WebEndpointResponse<Object> edit(
            SecurityContext caller, @Selector String eventId, String payload, String reason) {
        return answer(() -> status(administration.edit(UUID.fromString(eventId), payload, by(caller, reason))));
    }

    /**
     * Ends all unfinished deliveries of an event.
     *
     * @param caller who acts
     * @param eventId of the event
     * @param reason why
     * @return status 204, or 400, 404 or 409 with what hinders
     */
    @DeleteOperation
    public WebEndpointResponse<Object> discard(SecurityContext caller, @Selector String eventId, String reason) {
        return answer(() -> status(administration.discard(UUID.fromString(eventId), by(caller, reason))));
    }

    private static DeliveryFilter filter(@Nullable String handler, @Nullable String state) {
        return DeliveryFilter.all().toHandler(handler).inState(state == null ? null : DeliveryState.of(state));
    }

    private static Intervention by(SecurityContext caller, String reason) {
        @Nullable Principal principal = caller.getPrincipal();
        return new Intervention(principal == null ? "anonymous" : principal.getName(), reason);
    }

    private static IllegalArgumentException unknown(String action, String known) {
        return new IllegalArgumentException("There is no action " + action + ". Use " + known + ".");
    }

    /** What was asked for wrongly is the caller's to know. */
    private static WebEndpointResponse<Object> answer(Supplier<WebEndpointResponse<Object>> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException wrong) {
            return problem(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static WebEndpointResponse<Object> status(OperationResult<Void> result) {
        return result.fold(
                done -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT),
                problem -> problem(
                        switch (problem.kind()) {
                            case NOT_FOUND -> 404;
                            case CONFLICT -> 409;
                            case BAD_REQUEST -> 400;
                            default -> 500;
                        },
                        problem.message()));
    }

    private static WebEndpointResponse<Object> problem(int status, String detail) {
        return new WebEndpointResponse<>(Map.of("status", status, "detail", detail), status);
    }
}
