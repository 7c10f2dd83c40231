package io.neuroglia.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Answers exceptions wherever they are met, in a filter or in Spring MVC. */
final class ExceptionAnswers {
    private final WebProblems problems;
    private final ProblemRenderer renderer;

    ExceptionAnswers(WebProblems problems, ProblemRenderer renderer) {
        this.problems = problems;
        this.renderer = renderer;
    }

    void answer(Throwable exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<HttpProblem> refusal = problems.of(exception);
        if (refusal.isPresent()) {
            renderer.write(refusal.get(), request, response);
        } else {
            renderer.write(exception, request, response);
        }
    }
}
