package io.neuroglia.spring.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.behavior.caching.CachingBehavior;
import io.neuroglia.behavior.caching.CaffeineQueryCache;
import io.neuroglia.caching.Cached;
import io.neuroglia.caching.Evicts;
import io.neuroglia.caching.QueryCache;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Command;
import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;
import io.neuroglia.testing.DirectUnitOfWork;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CachingAutoConfigurationTest {
    private final AtomicInteger price = new AtomicInteger(10);

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CachingAutoConfiguration.class, MediatorAutoConfiguration.class))
            .withBean(
                    MediatorCustomizer.class,
                    () -> builder -> builder.handle(GetPrice.class, query -> OperationResult.ok(price.get()))
                            .handle(SetPrice.class, command -> {
                                price.set(command.price());
                                return OperationResult.noContent();
                            }));

    @Test
    void answers_are_kept_until_a_command_makes_them_wrong() {
        application.withBean(DirectUnitOfWork.class).run(context -> {
            Mediator mediator = context.getBean(Mediator.class);

            int first = mediator.execute(new GetPrice()).data();
            price.set(11);
            int kept = mediator.execute(new GetPrice()).data();
            mediator.execute(new SetPrice(12));
            int fresh = mediator.execute(new GetPrice()).data();

            assertThat(first).isEqualTo(10);
            assertThat(kept).isEqualTo(10);
            assertThat(fresh).isEqualTo(12);
        });
    }

    @Test
    void inside_a_unit_of_work_nothing_is_kept() {
        application.withBean(DirectUnitOfWork.class).run(context -> {
            Mediator mediator = context.getBean(Mediator.class);

            context.getBean(DirectUnitOfWork.class).execute(() -> mediator.execute(new GetPrice()));
            price.set(11);

            assertThat(mediator.execute(new GetPrice()).data()).isEqualTo(11);
        });
    }

    @Test
    void without_units_of_work_answers_are_kept_too() {
        application.run(context -> {
            Mediator mediator = context.getBean(Mediator.class);

            mediator.execute(new GetPrice());
            price.set(11);

            assertThat(mediator.execute(new GetPrice()).data()).isEqualTo(10);
        });
    }

    @Test
    void it_can_be_switched_off() {
        application
                .withPropertyValues("neuroglia.caching.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(CachingBehavior.class)
                        .doesNotHaveBean(QueryCache.class));
    }

    @Test
    void without_caffeine_nothing_is_kept() {
        application
                .withClassLoader(new FilteredClassLoader("com.github.benmanes.caffeine"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Mediator.class)
                        .doesNotHaveBean(CachingBehavior.class));
    }

    @Test
    void an_applications_own_cache_takes_the_place_of_ours() {
        CaffeineQueryCache own = new CaffeineQueryCache(1);

        application
                .withBean("own", QueryCache.class, () -> own)
                .run(context -> assertThat(context)
                        .hasSingleBean(CachingBehavior.class)
                        .getBean(QueryCache.class)
                        .isSameAs(own));
    }

    @Cached(minutes = 1, perPrincipal = false)
    record GetPrice() implements Query<Integer> {}

    @Evicts(GetPrice.class)
    record SetPrice(int price) implements Command<Void> {}
}
