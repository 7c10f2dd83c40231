package io.neuroglia.spring.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.behavior.logging.LoggingBehavior;
import io.neuroglia.behavior.transaction.TransactionBehavior;
import io.neuroglia.behavior.validation.ValidationBehavior;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.PipelineDescription.Link;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.mediation.Kitchen.Cook;
import io.neuroglia.spring.mediation.Kitchen.Index;
import io.neuroglia.spring.mediation.Kitchen.Log;
import io.neuroglia.spring.mediation.Kitchen.Menu;
import io.neuroglia.spring.mediation.Kitchen.Tasting;
import io.neuroglia.transaction.UnitOfWork;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.core.annotation.Order;

/** The library's behaviors stand in every pipeline when they have what they need. */
class LibraryBehaviorsTest {
    @TempDir
    private Path folder;

    private ApplicationContextRunner application;

    @BeforeEach
    void start_with_all_that_behaviors_need() {
        application = new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(MediatorAutoConfiguration.class, ValidationAutoConfiguration.class))
                .withBean(Log.class)
                .withBean(CountingUnitOfWork.class)
                .withClassLoader(IndexClassLoader.with(folder, Index.class));
    }

    @Test
    void a_command_is_logged_validated_and_runs_in_a_unit_of_work() {
        application.run(context -> {
            assertThat(behaviorsOf(context, Cook.class))
                    .containsExactly(
                            LoggingBehavior.class.getName(),
                            ValidationBehavior.class.getName(),
                            TransactionBehavior.class.getName(),
                            Tasting.class.getName());
        });
    }

    @Test
    void a_query_without_constraints_needs_neither_validation_nor_a_unit_of_work() {
        application.run(context ->
                assertThat(behaviorsOf(context, Menu.class)).containsExactly(LoggingBehavior.class.getName()));
    }

    @Test
    void a_request_that_breaks_a_constraint_is_refused_before_the_unit_of_work() {
        application.run(context -> {
            OperationResult<String> result = context.getBean(Mediator.class).execute(new Cook(" "));

            assertThat(result.errorMessage()).contains("Which dish?");
            assertThat(context.getBean(CountingUnitOfWork.class).units).isZero();
        });
    }

    @Test
    void a_command_that_is_fine_runs_in_one_unit_of_work() {
        application.run(context -> {
            context.getBean(Mediator.class).execute(new Cook("pizza"));

            assertThat(context.getBean(CountingUnitOfWork.class).units).isOne();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "neuroglia.logging.enabled, io.neuroglia.behavior.logging.LoggingBehavior",
        "neuroglia.validation.enabled, io.neuroglia.behavior.validation.ValidationBehavior",
        "neuroglia.transaction.enabled, io.neuroglia.behavior.transaction.TransactionBehavior"
    })
    void each_can_be_switched_off(String property, String behavior) {
        application
                .withPropertyValues(property + "=false")
                .run(context ->
                        assertThat(behaviorsOf(context, Cook.class)).hasSize(3).doesNotContain(behavior));
    }

    @Test
    void without_a_unit_of_work_there_are_no_transactions() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MediatorAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .hasSingleBean(LoggingBehavior.class)
                        .doesNotHaveBean(TransactionBehavior.class)
                        .doesNotHaveBean(ValidationBehavior.class));
    }

    @Test
    void without_jakarta_validation_on_the_class_path_the_rest_works() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MediatorAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader("jakarta.validation"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Mediator.class));
    }

    @Test
    void an_applications_own_instance_takes_the_place_of_ours() {
        LoggingBehavior own = new LoggingBehavior();

        application.withBean("own", LoggingBehavior.class, () -> own).run(context -> {
            assertThat(context.getBean(LoggingBehavior.class)).isSameAs(own);
            assertThat(behaviorsOf(context, Menu.class)).containsOnlyOnce(LoggingBehavior.class.getName());
        });
    }

    @Test
    void behaviors_that_are_beans_are_ordered_by_their_order_then_their_name() {
        application
                .withBean("c", Zeroth.class)
                .withBean("b", Beta.class)
                .withBean("a", Alpha.class)
                .run(context -> assertThat(behaviorsOf(context, Menu.class))
                        .containsSubsequence(Zeroth.class.getName(), Alpha.class.getName(), Beta.class.getName()));
    }

    @Test
    void a_behavior_applies_to_the_requests_that_its_declaration_names() {
        application.withBean(OnlyCommands.class).run(context -> {
            assertThat(behaviorsOf(context, Cook.class)).contains(OnlyCommands.class.getName());
            assertThat(behaviorsOf(context, Menu.class)).doesNotContain(OnlyCommands.class.getName());
        });
    }

    private static List<String> behaviorsOf(
            AssertableApplicationContext context, Class<? extends Request<?>> requestType) {
        return context.getBean(Mediator.class).describe(requestType).links().stream()
                .filter(Link::applies)
                .map(Link::behavior)
                .toList();
    }

    static final class CountingUnitOfWork implements UnitOfWork {
        private int units;

        @Override
        public <T> OperationResult<T> execute(Work<T> work) throws Exception {
            units++;
            return work.run();
        }

        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public void raise(String key, DomainEvent event) {
            throw new IllegalStateException("raises nothing");
        }

        @Override
        public void raise(DomainEvent event) {
            throw new IllegalStateException("raises nothing");
        }

        @Override
        public void afterCommit(Runnable action) {
            throw new IllegalStateException("commits nothing");
        }
    }

    /** Does nothing, in a stage of its own. */
    static class Idle implements PipelineBehavior<Request<?>> {
        @Override
        public Stage stage() {
            return Stage.CACHE;
        }

        @Override
        public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
            return next.handle(request);
        }
    }

    static final class Alpha extends Idle {}

    static final class Beta extends Idle {}

    @Order(0)
    static final class Zeroth extends Idle {}

    static final class OnlyCommands implements PipelineBehavior<Command<?>> {
        @Override
        public Stage stage() {
            return Stage.CACHE;
        }

        @Override
        public <T> OperationResult<T> handle(Command<?> request, Next<Command<?>, T> next) throws Exception {
            return next.handle(request);
        }
    }
}
