package io.neuroglia.spring.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationFailedException;
import io.neuroglia.result.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes input of every kind. */
@RestController
class InputController {
    @PostMapping(path = "/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
    Order place(@RequestBody Order order) {
        return order;
    }

    @PostMapping("/text")
    int text(@RequestBody String text) {
        return text.length();
    }

    @PostMapping("/valid")
    Named valid(@Valid @RequestBody Named named) {
        return named;
    }

    @PostMapping("/valid-list")
    int validList(@RequestBody List<@Valid Named> named) {
        return named.size();
    }

    @GetMapping("/form")
    Form form(@Valid @ModelAttribute Form form) {
        return form;
    }

    @GetMapping("/queue/{index}")
    Map<String, Object> queue(
            @PathVariable int index,
            @RequestParam(name = "max_items") @Max(value = 1000, message = "At most 1000") int maxItems,
            @RequestParam(required = false) Size size,
            @RequestParam(required = false) LocalDate date) {
        return Map.of("index", index, "max_items", maxItems);
    }

    @GetMapping("/header")
    String header(@RequestHeader("X-Wanted") String wanted) {
        return wanted;
    }

    @GetMapping(path = "/slashed", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> slashed() {
        return Map.of("path", "found");
    }

    record Order(
            String customerName,
            List<Item> pizzaItems,
            Payment payment,
            BigDecimal rating,
            Boolean express,
            Boolean gift,
            LocalDate day,
            Instant readyAt,
            UUID reference,
            Map<String, Integer> extras) {}

    record Item(String pizzaId, Size size, int amount) {}

    record Payment(Money amount) {}

    /** Refuses in its own words, and with an exception of no meaning. */
    record Money(String value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Money {
            if (value.equals("unavailable")) {
                throw new DataUnavailableException(new IllegalStateException("secret"));
            }
            if (value.equals("worthless")) {
                throw new OperationFailedException(Problem.of(FailureKind.UNPROCESSABLE, "This is worth nothing."));
            }
            new BigDecimal(value);
        }

        @JsonValue
        String json() {
            return value;
        }
    }

    record Named(@NotBlank(message = "A name is required") String firstName) {}

    record Form(@Max(value = 9, message = "Too many") Integer maxItems) {}

    enum Size {
        SMALL,
        LARGE;

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
