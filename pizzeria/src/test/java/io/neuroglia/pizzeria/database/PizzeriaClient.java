package io.neuroglia.pizzeria.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP with a pizzeria.
 *
 * @param address where it is
 */
record PizzeriaClient(URI address) {

    static final String ORDER = """
        {"customer_name": "Toad", "customer_phone": "555-0100", "customer_address": "1 Castle Road",
         "pizza_items": [{"pizza_id": "margherita", "size": "large", "toppings": ["extra_cheese"]}]}\
        """;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MANAGER =
            "Basic " + Base64.getEncoder().encodeToString("peach:peach-demo".getBytes(UTF_8));

    /** Returns the status code; 0 while nobody answers. */
    int health() {
        try {
            return get("/actuator/health").statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    boolean isHealthy() {
        return health() == 200;
    }

    HttpResponse<String> placeOrder() throws IOException {
        return send(request("/api/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ORDER)));
    }

    static String orderId(String receipt) {
        return JSON.readTree(receipt).get("order_id").asString();
    }

    int statusOfOrder(String id) throws IOException {
        return get("/api/orders/" + id).statusCode();
    }

    /** Returns all messages that were sent, by order. */
    Map<String, List<Message>> messages() throws IOException {
        return JSON.readTree(get("/api/notifications").body())
                .valueStream()
                .collect(groupingBy(
                        message -> message.get("order_id").asString(), mapping(PizzeriaClient::message, toList())));
    }

    private static Message message(JsonNode message) {
        return new Message(
                message.get("channel").asString(),
                Instant.parse(message.get("sent_at").asString()));
    }

    /** A message that was sent to a customer or to the kitchen. */
    record Message(String channel, Instant sentAt) {}

    private HttpResponse<String> get(String path) throws IOException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", MANAGER)
                .timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer", e);
        }
    }
}
