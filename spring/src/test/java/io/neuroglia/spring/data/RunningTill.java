package io.neuroglia.spring.data;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.testing.postgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A till that runs, and is asked over HTTP. */
final class RunningTill implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext application;

    private RunningTill(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Starts it with two quick attempts and settings such as {@code management.endpoints.web.exposure.include=health}. */
    static RunningTill start(Class<?> type, TestDatabase database, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "spring.datasource.url=" + database.jdbcUrl(),
                "spring.flyway.enabled=false",
                "neuroglia.delivery.heartbeat=100ms",
                "neuroglia.delivery.lease=500ms",
                "neuroglia.delivery.poll-interval=100ms",
                "neuroglia.delivery.backlog-interval=1ms",
                "neuroglia.delivery.first-retry=1ms",
                "neuroglia.delivery.max-retry=1ms",
                "neuroglia.delivery.max-attempts=2"));
        all.addAll(List.of(settings));
        return new RunningTill(new SpringApplicationBuilder(type)
                .properties(all.toArray(String[]::new))
                .run());
    }

    void sell(String till, String item) {
        application.getBean(Mediator.class).execute(new Till.Sell(till, item)).data();
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer getAs(String user, String path) {
        return send("GET", path, null, user);
    }

    Answer postAs(@Nullable String user, String path, String json) {
        return send("POST", path, json, user);
    }

    Answer send(String method, String path, @Nullable String json, @Nullable String user) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (user != null) {
            byte[] login = (user + ":secret").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        application.close();
    }

    /** What came back. */
    record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }
    }
}
