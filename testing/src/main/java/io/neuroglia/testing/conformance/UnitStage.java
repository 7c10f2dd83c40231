package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.testing.conformance.UnitOfWorkContract.Happened;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A unit of work and what one does with it. */
abstract class UnitStage {
    UnitOfWork unitOfWork;
    private final UnitOfWorkContract contract;

    UnitStage(UnitOfWorkContract contract) {
        this.contract = contract;
    }

    @BeforeEach
    void make_the_unit_of_work() throws Exception {
        unitOfWork = contract.unitOfWork();
    }

    @AfterEach
    void no_unit_stays_open() {
        assertThat(unitOfWork.isActive()).as("a unit of work is open").isFalse();
    }

    void raise(String what) {
        unitOfWork.raise(new Happened(what));
    }

    OperationResult<Void> succeed(Step work) throws Exception {
        return unitOfWork.execute(() -> {
            work.run();
            return OperationResult.noContent();
        });
    }

    OperationResult<Void> fail(Step work) throws Exception {
        return unitOfWork.execute(() -> {
            work.run();
            return OperationResult.badRequest("refused");
        });
    }

    void assertStored(String... whats) throws Exception {
        List<? extends DomainEvent> stored = contract.storedEvents();
        assertThat(stored)
                .extracting(DomainEvent.class::cast)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(whats).map(Happened::new).toList());
    }

    /** A part of the work. */
    interface Step {
        void run() throws Exception;
    }
}
