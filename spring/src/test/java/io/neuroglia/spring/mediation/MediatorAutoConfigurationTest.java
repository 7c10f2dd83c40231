package io.neuroglia.spring.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Request;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.OperationResult.Failure;
import io.neuroglia.result.Problem;
import io.neuroglia.spring.mediation.Kitchen.ContractIndex;
import io.neuroglia.spring.mediation.Kitchen.Cook;
import io.neuroglia.spring.mediation.Kitchen.CookHandler;
import io.neuroglia.spring.mediation.Kitchen.CookTwice;
import io.neuroglia.spring.mediation.Kitchen.Cooked;
import io.neuroglia.spring.mediation.Kitchen.HoleyIndex;
import io.neuroglia.spring.mediation.Kitchen.Index;
import io.neuroglia.spring.mediation.Kitchen.Log;
import io.neuroglia.spring.mediation.Kitchen.Menu;
import io.neuroglia.spring.mediation.Kitchen.NeedyIndex;
import io.neuroglia.spring.mediation.Kitchen.OldIndex;
import io.neuroglia.spring.mediation.Kitchen.Order;
import io.neuroglia.spring.mediation.Kitchen.RivalHandler;
import io.neuroglia.spring.mediation.Kitchen.RivalIndex;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DuplicateKeyException;

/** An application's handlers become one mediator. */
@ExtendWith(OutputCaptureExtension.class)
class MediatorAutoConfigurationTest {
    @TempDir
    private Path folder;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MediatorAutoConfiguration.class))
            .withBean(Log.class);

    @Nested
    class Wiring {
        @Test
        void indexed_handlers_are_beans_that_the_mediator_asks() {
            with(Index.class).withPropertyValues("kitchen.style=fine").run(context -> {
                Mediator mediator = context.getBean(Mediator.class);

                assertThat(mediator.execute(new Cook("pizza")).data()).isEqualTo("fine pizza");
                assertThat(mediator.execute(new Menu()).data()).isEqualTo("pizza");
                assertThat(context).hasSingleBean(CookHandler.class);
            });
        }

        @Test
        void a_handler_may_send_requests_itself() {
            with(Index.class).run(context -> {
                OperationResult<String> result = context.getBean(Mediator.class).execute(new CookTwice("pizza"));

                assertThat(result.data()).isEqualTo("plain second pizza");
            });
        }

        @Test
        void every_listener_hears_an_event_once() {
            with(Index.class).run(context -> {
                context.getBean(Mediator.class).publish(new Cooked("pizza"));

                assertThat(context.getBean(Log.class).lines).containsExactlyInAnyOrder("first pizza", "second");
            });
        }

        @Test
        void an_indexed_behavior_stands_in_the_pipeline_once() {
            with(Index.class).run(context -> {
                context.getBean(Mediator.class).execute(new Cook("pizza"));

                assertThat(context.getBean(Log.class).lines).containsExactly("tasting");
            });
        }

        @Test
        void a_handler_that_is_a_bean_already_is_taken_as_it_is() {
            with(Index.class)
                    .withBean(CookHandler.class, () -> new CookHandler("own"))
                    .run(context -> {
                        assertThat(context).hasSingleBean(CookHandler.class);
                        assertThat(answerOf(context, new Cook("pizza"))).isEqualTo("own pizza");
                    });
        }

        @Test
        void a_customizer_adds_what_is_no_class() {
            with(Index.class, ContractIndex.class)
                    .withBean(
                            MediatorCustomizer.class,
                            () -> builder -> builder.handle(
                                    Order.class, order -> OperationResult.accepted("ordered " + order.dish())))
                    .run(context ->
                            assertThat(answerOf(context, new Order("pizza"))).isEqualTo("ordered pizza"));
        }

        @Test
        void exceptions_of_the_database_become_failures() {
            with(Index.class).run(context -> {
                OperationResult<String> result = context.getBean(Mediator.class).execute(new Cook("again"));

                assertThat(result)
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.problem().kind()).isEqualTo(FailureKind.CONFLICT));
            });
        }

        @Test
        void a_customizer_may_give_an_exception_another_meaning() {
            with(Index.class)
                    .withBean(
                            MediatorCustomizer.class,
                            () -> builder -> builder.mapFailure(
                                    DuplicateKeyException.class,
                                    duplicate -> Problem.of(FailureKind.BAD_REQUEST, "cooked already")))
                    .run(context -> {
                        OperationResult<String> result =
                                context.getBean(Mediator.class).execute(new Cook("again"));

                        assertThat(result.errorMessage()).contains("cooked already");
                    });
        }

        @Test
        void without_any_index_there_is_a_mediator_that_knows_nothing() {
            application.run(context ->
                    assertThat(context.getBean(Mediator.class).subscriptions()).isEmpty());
        }

        @Test
        void an_application_with_a_mediator_of_its_own_is_left_alone() {
            Mediator own = Mediator.builder().build();

            with(Index.class).withBean(Mediator.class, () -> own).run(context -> {
                assertThat(context.getBean(Mediator.class)).isSameAs(own);
                assertThat(context).doesNotHaveBean(CookHandler.class).doesNotHaveBean(MediatorAssembly.class);
            });
        }

        @Test
        void a_lazy_application_still_has_a_complete_mediator() {
            with(Index.class)
                    .withInitializer(context ->
                            context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                    .run(context -> assertThat(answerOf(context, new Menu())).isEqualTo("pizza"));
        }

        @Test
        void two_applications_in_one_process_share_nothing() {
            with(Index.class)
                    .withPropertyValues("kitchen.style=left")
                    .run(left -> with(Index.class)
                            .withPropertyValues("kitchen.style=right")
                            .run(right -> {
                                assertThat(answerOf(left, new Cook("pizza"))).isEqualTo("left pizza");
                                assertThat(answerOf(right, new Cook("pizza"))).isEqualTo("right pizza");
                            }));
        }

        @Test
        void the_start_says_how_much_the_mediator_knows(CapturedOutput output) {
            with(Index.class)
                    .run(context -> assertThat(output)
                            .containsOnlyOnce("The mediator knows 3 requests with their handlers, 2 behaviors and 2"
                                    + " event handlers"));
        }

        @Test
        void handlers_that_no_index_names_are_told_of(CapturedOutput output) {
            with(Index.class)
                    .withBean(RivalHandler.class)
                    .run(context -> assertThat(output)
                            .contains("No request or event reaches these beans: " + RivalHandler.class.getName()));
        }

        @Test
        void a_handler_that_a_customizer_registers_needs_no_index(CapturedOutput output) {
            application
                    .withBean(RivalHandler.class)
                    .withBean(MediatorCustomizer.class, () -> builder -> builder.handle(Cook.class, new RivalHandler()))
                    .run(context -> {
                        assertThat(answerOf(context, new Cook("pizza"))).isEqualTo("rival");
                        assertThat(output).doesNotContain("No request or event reaches");
                    });
        }

        @Test
        void without_strictness_a_request_that_lost_its_handler_does_not_stop_the_start(CapturedOutput output) {
            with(HoleyIndex.class, ContractIndex.class)
                    .withPropertyValues("neuroglia.strict=false")
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        assertThat(output)
                                .contains("Requests without a handler: [class " + Order.class.getName() + "]");
                    });
        }

        @Test
        void without_strictness_what_cannot_be_loaded_is_left_out_and_named(CapturedOutput output) {
            with(HoleyIndex.class, Index.class)
                    .withPropertyValues("neuroglia.strict=false")
                    .run(context -> {
                        assertThat(answerOf(context, new Menu())).isEqualTo("pizza");
                        assertThat(output)
                                .contains("Left out, because it cannot be loaded: shop.LostHandler (named by ")
                                .contains("io/neuroglia/gone/LostHandler");
                    });
        }
    }

    @Nested
    class Refusing {
        @Test
        void an_index_that_is_not_there_stops_the_start() {
            ClassLoader broken = IndexClassLoader.with(
                    folder,
                    List.of("io.neuroglia.gone.FirstIndex", Index.class.getName(), "io.neuroglia.gone.LastIndex"));

            application
                    .withClassLoader(broken)
                    .run(context -> assertThat(messages(context.getStartupFailure()))
                            .contains("io.neuroglia.gone.FirstIndex")
                            .contains("io.neuroglia.gone.LastIndex"));
        }

        @Test
        void a_class_that_an_index_names_but_that_is_not_there_stops_the_start() {
            with(HoleyIndex.class)
                    .run(context -> assertThat(messages(context.getStartupFailure()))
                            .contains("Kitchen$HoleyIndex")
                            .contains("io/neuroglia/gone/LostHandler"));
        }

        @Test
        void handlers_without_any_index_stop_the_start_and_the_remedy_is_told() {
            application
                    .withBean(RivalHandler.class)
                    .run(context -> assertThat(messages(context.getStartupFailure()))
                            .contains("No request or event reaches " + RivalHandler.class.getName())
                            .contains("neuroglia-processor has not run")
                            .contains("<annotationProcessorPaths>"));
        }

        @Test
        void an_index_of_another_version_stops_the_start() {
            with(Index.class, OldIndex.class)
                    .run(context -> assertThat(messages(context.getStartupFailure()))
                            .contains("Kitchen$OldIndex")
                            .contains("It has format 0, but this version reads format 1"));
        }

        @Test
        void a_behavior_that_cannot_be_built_stops_the_start() {
            with(Index.class, NeedyIndex.class)
                    .run(context -> assertThat(messages(context.getStartupFailure()))
                            .contains("Kitchen$NeedyBehavior")
                            .contains("java.lang.Thread"));
        }

        @Test
        void two_handlers_of_one_request_stop_the_start() {
            with(Index.class, RivalIndex.class)
                    .run(context -> assertThat(messages(context.getStartupFailure()))
                            .contains("Two handlers for " + Cook.class.getName())
                            .contains("RivalHandler"));
        }

        @Test
        void a_request_that_nobody_handles_stops_the_start() {
            with(ContractIndex.class)
                    .run(context -> assertThat(messages(context.getStartupFailure()))
                            .contains("No handler for " + Order.class.getName()));
        }
    }

    private ApplicationContextRunner with(Class<?>... indexes) {
        return application.withClassLoader(IndexClassLoader.with(folder, indexes));
    }

    private static <T> T answerOf(AssertableApplicationContext context, Request<T> request) {
        return context.getBean(Mediator.class).execute(request).data();
    }

    private static String messages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        return messages.toString();
    }
}
