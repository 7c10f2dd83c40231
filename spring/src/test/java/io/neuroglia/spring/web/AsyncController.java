package io.neuroglia.spring.web;

import io.neuroglia.context.RequestContext;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.slf4j.MDC;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Answers later, on other threads. */
@RestController
class AsyncController {
    @GetMapping("/async/future")
    CompletableFuture<OperationResult<Map<String, String>>> future() {
        return CompletableFuture.supplyAsync(() -> OperationResult.created(Map.of("from", "future")));
    }

    @GetMapping("/async/future/failure")
    CompletableFuture<OperationResult<Void>> failure() {
        return CompletableFuture.supplyAsync(() -> OperationResult.failure(ResultController.richProblem()));
    }

    @GetMapping("/async/future/entity")
    CompletableFuture<ResponseEntity<?>> entity() {
        return CompletableFuture.supplyAsync(() -> ResponseEntity.status(400).body(ResultController.richProblem()));
    }

    @GetMapping("/async/future/defect")
    CompletableFuture<OperationResult<Void>> defect() {
        return CompletableFuture.supplyAsync(() -> {
            throw new IllegalStateException(FailingController.SECRET);
        });
    }

    @GetMapping("/async/callable")
    Callable<OperationResult<Map<String, String>>> callable() {
        return () -> OperationResult.ok(seen());
    }

    @GetMapping("/async/deferred")
    DeferredResult<OperationResult<Map<String, String>>> deferred() {
        DeferredResult<OperationResult<Map<String, String>>> result = new DeferredResult<>();
        Thread.ofVirtual().start(() -> result.setResult(OperationResult.ok(Map.of("from", "deferred"))));
        return result;
    }

    @GetMapping("/async/timeout")
    DeferredResult<OperationResult<Void>> timeout() {
        return new DeferredResult<>(1L);
    }

    @GetMapping("/async/events")
    SseEmitter events() throws IOException {
        SseEmitter events = new SseEmitter();
        events.send("one");
        events.complete();
        return events;
    }

    @GetMapping("/async/events/entity")
    ResponseEntity<SseEmitter> eventsEntity() throws IOException {
        return ResponseEntity.ok().header("X-Own", "kept").body(events());
    }

    @GetMapping("/async/events/endless")
    SseEmitter endlessEvents() throws IOException {
        SseEmitter events = new SseEmitter(50L);
        events.send("one");
        return events;
    }

    @GetMapping("/context")
    Map<String, String> context() {
        return seen();
    }

    private static Map<String, String> seen() {
        return Map.of(
                "context",
                RequestContext.current().map(RequestContext::correlationId).orElse("none"),
                "logging",
                String.valueOf(MDC.get("correlation_id")));
    }
}
