package io.neuroglia.pizzeria;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who calls the pizzeria over HTTP, with headers that go with each request. Immutable. */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final int port;
    private final Map<String, String> headers;

    private Client(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    static Client of(int port) {
        return new Client(port, Map.of("Content-Type", "application/json"));
    }

    /** The same one, logged in. */
    public Client as(String name, String password) {
        byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }

    /** The same one, with another header. */
    public Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(port, more);
    }

    /** Reads. */
    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** Sends a body to be processed. */
    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    /** Sends a body to be put there. */
    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    /** Places an order and answers its id. */
    public String order(OrderText order) {
        Answer answer = post("/api/orders", order.json());
        if (answer.status() != 201) {
            throw new AssertionError("Expected 201 but got " + answer);
        }
        return answer.json().get("order_id").asString();
    }

    /** Sends anything. */
    public Answer send(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path + " failed", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
