package io.neuroglia.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.spring.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every answer names its conversation, and so does everything that happens for it. */
@HttpTest
class CorrelationOverHttpIT {
    private final Client client;

    CorrelationOverHttpIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/context",
                "/context/",
                "/async/future",
                "/async/deferred",
                "/nowhere",
                "/failing/defect",
                "/results/ok?filter=status",
                "/results/ok?filter=defect",
                "/guarded/any",
                "/error"
            })
    void every_answer_carries_the_id_of_its_request(String path) {
        Answer answer = client.get(path, "X-Correlation-Id", "my_Conversation-1.2");

        assertThat(answer.response().headers().allValues("X-Correlation-Id")).containsExactly("my_Conversation-1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "semi;colon", "ünicode", "<script>", ""})
    void an_id_that_is_not_well_formed_is_replaced(String offered) {
        Answer answer = client.get("/context", "X-Correlation-Id", offered);

        assertThat(answer.header("X-Correlation-Id")).isNotEqualTo(offered).matches("[A-Za-z0-9._-]{1,64}");
    }

    @Test
    void an_id_may_have_64_characters_and_no_more() {
        String longest = "x".repeat(64);

        assertThat(client.get("/context", "X-Correlation-Id", longest).header("X-Correlation-Id"))
                .isEqualTo(longest);
        assertThat(client.get("/context", "X-Correlation-Id", longest + "x").header("X-Correlation-Id"))
                .isNotEqualTo(longest + "x");
    }

    @Test
    void requests_without_an_id_get_one_each() {
        Answer first = client.get("/context");
        Answer second = client.get("/context");

        assertThat(first.header("X-Correlation-Id")).isNotBlank().isNotEqualTo(second.header("X-Correlation-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/context", "/async/callable"})
    void the_work_for_a_request_knows_its_id_on_whichever_thread(String path) {
        Answer answer = client.get(path, "X-Correlation-Id", "known");

        assertThat(answer.text("/context")).isEqualTo("known");
        assertThat(answer.text("/logging")).isEqualTo("known");
    }
}
