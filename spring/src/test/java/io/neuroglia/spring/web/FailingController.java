package io.neuroglia.spring.web;

import io.neuroglia.data.DataUnavailableException;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Throws what handlers and frameworks throw. */
@RestController
class FailingController {
    static final String SECRET = "select secret from io.neuroglia.Secret at /var/lib";

    private static final Map<String, Throwable> FAILURES = Map.of(
            "defect", new IllegalStateException(SECRET),
            "checked", new Exception(SECRET),
            "error", new LinkageError(SECRET),
            "unavailable", new DataUnavailableException(new IllegalStateException(SECRET)),
            "duplicate", new DuplicateKeyException(SECRET),
            "annotated", new GoneException(SECRET),
            "status", new ResponseStatusException(HttpStatus.BAD_GATEWAY, "The gateway is down."),
            "own", new OwnException());

    @GetMapping("/failing/{way}")
    Object fail(@PathVariable String way) throws Throwable {
        if (FAILURES.containsKey(way)) {
            throw FAILURES.get(way);
        }
        return new Unwritable();
    }

    @ExceptionHandler
    Map<String, String> own(OwnException own) {
        return Map.of("handled", "by the application");
    }

    @ResponseStatus(code = HttpStatus.GONE, reason = "It was here once.")
    static final class GoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GoneException(String message) {
            super(message);
        }
    }

    static final class OwnException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static final class Unwritable {
        public String getValue() {
            return Objects.requireNonNull(null, SECRET);
        }
    }
}
