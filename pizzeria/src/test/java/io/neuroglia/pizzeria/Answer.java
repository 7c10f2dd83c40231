package io.neuroglia.pizzeria;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pizzeria answered. */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The body as a tree. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A header's value, or an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** What a problem document says. */
    public String detail() {
        return json().get("detail").asString();
    }

    /** The errors of a problem document, as {@code field: message}. */
    public List<String> errors() {
        return json().get("errors")
                .valueStream()
                .map(error -> error.get("field").asString() + ": "
                        + error.get("message").asString())
                .toList();
    }
}
