package io.neuroglia.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the container and filters refuse with a status alone. */
@Controller
final class ProblemErrorController implements ErrorController {
    private final ProblemRenderer renderer;

    ProblemErrorController(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatusCode status = ErrorDispatch.status(request);
        HttpProblem problem =
                status.value() == 500 ? renderer.loggedDefect() : HttpProblem.of(status, StandardDetails.of(status));
        renderer.write(problem, request, response);
    }
}
