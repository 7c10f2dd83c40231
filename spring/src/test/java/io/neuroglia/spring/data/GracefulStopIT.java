package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.data.Shop.Sell;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is in flight when the application is told to stop is finished, with its events. */
@ExtendWith(PostgresExtension.class)
class GracefulStopIT {

    @Test
    void a_request_in_flight_is_finished_and_its_event_delivered(TestDatabase database) throws Exception {
        database.execute(Shop.TABLE);
        ConfigurableApplicationContext shop = start(database);
        int port = ((WebServerApplicationContext) shop).getWebServer().getPort();
        Counter counter = shop.getBean(Counter.class);
        CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sell"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(counter.entered.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(shop::close);
        Await.until("no more requests are taken", () -> isRefused(port));
        counter.mayGoOn.countDown();
        stop.get(20, TimeUnit.SECONDS);

        assertThat(answer.get(1, TimeUnit.SECONDS).body()).isEqualTo("sold pizza");
        assertThat(new JdbcTemplate(database.dataSource())
                        .queryForList("select text from note order by text", String.class))
                .containsExactly("booked pizza", "sold pizza");
    }

    @Test
    void delivery_starts_before_the_web_server_and_stops_after_it() {
        assertThat(DeliveryLifecycle.PHASE)
                .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE)
                .isLessThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    private static ConfigurableApplicationContext start(TestDatabase database) {
        return new SpringApplicationBuilder(WebShop.class)
                .properties(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.flyway.enabled=false",
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "server.shutdown=graceful")
                .run();
    }

    private static boolean isRefused(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({Shop.class, Counter.class})
    static class WebShop {
        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    /** Sells slowly. */
    @RestController
    static class Counter {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch mayGoOn = new CountDownLatch(1);
        private final Mediator mediator;

        Counter(Mediator mediator) {
            this.mediator = mediator;
        }

        @GetMapping("/sell")
        OperationResult<String> sell() throws InterruptedException {
            entered.countDown();
            assertThat(mayGoOn.await(10, TimeUnit.SECONDS)).isTrue();
            return mediator.execute(new Sell("pizza"));
        }
    }
}
