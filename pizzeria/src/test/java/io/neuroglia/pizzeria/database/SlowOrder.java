package io.neuroglia.pizzeria.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;

/** An order whose customer is slow: the pizzeria is already at it, but the order is not yet told to its end. */
final class SlowOrder implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answer;

    private SlowOrder(Socket socket) throws IOException {
        this.socket = socket;
        this.answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }

    static SlowOrder begin(PizzeriaClient client) throws IOException {
        URI address = client.address();
        SlowOrder order = new SlowOrder(new Socket(address.getHost(), address.getPort()));
        order.send("""
            POST /api/orders HTTP/1.1\r
            Host: %s\r
            Content-Type: application/json\r
            Content-Length: %d\r
            Expect: 100-continue\r
            Connection: close\r
            \r
            """.formatted(address.getAuthority(), PizzeriaClient.ORDER.length()));
        assertThat(order.answer.readLine()).startsWith("HTTP/1.1 100");
        assertThat(order.answer.readLine()).isEmpty();
        return order;
    }

    /** Returns the acknowledged order's id. */
    String finish() throws IOException {
        send(PizzeriaClient.ORDER);
        assertThat(answer.readLine()).startsWith("HTTP/1.1 201");
        String receipt = answer.lines()
                .filter(line -> line.contains("order_id"))
                .findFirst()
                .orElseThrow();
        return PizzeriaClient.orderId(receipt);
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
