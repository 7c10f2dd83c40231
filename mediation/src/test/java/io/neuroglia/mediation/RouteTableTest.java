package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.message.Query;
import io.neuroglia.message.Request;
import io.neuroglia.result.OperationResult;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    @Test
    void each_of_many_classes_reaches_its_own_handler() {
        List<Request<Integer>> requests = requestsOfClassesOfTheirOwn(300);
        MediatorBuilder builder = Mediator.builder();
        for (int i = 0; i < requests.size(); i++) {
            answer(builder, requests.get(i), i);
        }
        Mediator mediator = builder.build();

        List<Integer> first = answers(mediator, requests);
        List<Integer> again = answers(mediator, requests);

        List<Integer> expected = IntStream.range(0, 300).boxed().toList();
        assertThat(first).isEqualTo(expected);
        assertThat(again).isEqualTo(expected);
    }

    @Test
    void a_class_among_many_that_has_no_handler_is_named() {
        List<Request<Integer>> requests = requestsOfClassesOfTheirOwn(100);
        MediatorBuilder builder = Mediator.builder();
        requests.subList(1, 100).forEach(request -> answer(builder, request, 0));
        Mediator mediator = builder.build();

        assertThatThrownBy(() -> mediator.execute(requests.getFirst()))
                .isInstanceOf(MissingHandlerException.class)
                .hasMessageContaining(requests.getFirst().getClass().getName());
    }

    @Test
    void a_mediator_without_any_handler_names_the_class_it_was_asked_for() {
        Mediator mediator = Mediator.builder().build();

        assertThatThrownBy(() -> mediator.execute(new Ping()))
                .isInstanceOf(MissingHandlerException.class)
                .hasMessageContaining("Ping");
    }

    @SuppressWarnings("unchecked") // the class of the request
    private static void answer(MediatorBuilder builder, Request<Integer> request, int answer) {
        builder.handle((Class<Request<Integer>>) request.getClass(), any -> OperationResult.ok(answer));
    }

    private static List<Integer> answers(Mediator mediator, List<Request<Integer>> requests) {
        return requests.stream()
                .map(request -> mediator.execute(request).data())
                .toList();
    }

    /** A proxy class for each loader: as many classes as one likes, with hash codes like those of any class. */
    @SuppressWarnings("unchecked") // the proxies implement it
    private static List<Request<Integer>> requestsOfClassesOfTheirOwn(int count) {
        List<Request<Integer>> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ClassLoader loader = new ClassLoader(Counted.class.getClassLoader()) {};
            requests.add((Request<Integer>)
                    Proxy.newProxyInstance(loader, new Class<?>[] {Counted.class}, (proxy, method, arguments) -> null));
        }
        return requests;
    }

    /** Public, so that proxies of other loaders can implement it. */
    public interface Counted extends Query<Integer> {}
}
