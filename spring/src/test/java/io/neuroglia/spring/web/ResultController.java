package io.neuroglia.spring.web;

import static io.neuroglia.result.OperationResult.failure;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.FieldError;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers results of every kind, as results and as response entities. */
@RestController
class ResultController extends ControllerBase {
    ResultController(Mediator mediator) {
        super(mediator);
    }

    @GetMapping("/results/ok")
    OperationResult<Receipt> ok() {
        return OperationResult.ok(new Receipt("o1", "16.89"));
    }

    @GetMapping("/results/created")
    OperationResult<Receipt> created() {
        return OperationResult.created(new Receipt("o1", "16.89"));
    }

    @GetMapping("/results/accepted")
    OperationResult<Receipt> accepted() {
        return OperationResult.accepted(new Receipt("o1", "16.89"));
    }

    @GetMapping("/results/no-content")
    OperationResult<Void> noContent() {
        return OperationResult.noContent();
    }

    @GetMapping("/results/shapes")
    OperationResult<List<Shape>> shapes() {
        return OperationResult.ok(List.of(new Round(2)));
    }

    @GetMapping("/results/null")
    OperationResult<Receipt> nothing() {
        return null;
    }

    @GetMapping("/results/failures/{kind}")
    OperationResult<Receipt> failed(@PathVariable FailureKind kind) {
        return failure(Problem.of(kind, "Refused because of " + kind));
    }

    @GetMapping("/results/rich")
    OperationResult<Receipt> rich() {
        return failure(richProblem());
    }

    @GetMapping("/entities/ok")
    ResponseEntity<?> okEntity() {
        return process(ok());
    }

    @GetMapping("/entities/created")
    ResponseEntity<?> createdEntity() {
        return process(created(), receipt -> URI.create("/api/orders/" + receipt.orderId()));
    }

    @GetMapping("/entities/existing")
    ResponseEntity<?> existingEntity() {
        return process(ok(), receipt -> URI.create("/api/orders/" + receipt.orderId()));
    }

    @GetMapping("/entities/no-content")
    ResponseEntity<?> noContentEntity() {
        return process(noContent());
    }

    @GetMapping("/entities/rich")
    ResponseEntity<?> richEntity() {
        return process(rich());
    }

    @GetMapping("/entities/nested")
    ResponseEntity<OperationResult<Receipt>> nestedEntity() {
        return ResponseEntity.ok(rich());
    }

    @GetMapping("/entities/plain")
    ResponseEntity<Map<String, String>> plainEntity() {
        return ResponseEntity.status(203).header("X-Own", "kept").body(Map.of("plain", "entity"));
    }

    static Problem richProblem() {
        return Problem.validation(List.of(
                        new FieldError("pizzaItems[0].size", "Unknown size"), new FieldError("", "Too much at once")))
                .withRetryAfter(Duration.ofMillis(1500))
                .withExtension("orderLimit", 50)
                .withExtension("status", "not to be overwritten");
    }

    record Receipt(String orderId, String totalAmount) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Round.class, name = "round"))
    interface Shape {}

    record Round(int radius) implements Shape {}
}
