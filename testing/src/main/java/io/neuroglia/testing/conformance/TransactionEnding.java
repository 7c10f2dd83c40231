package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link TransactionsContract} about what is committed and what is not. */
abstract class TransactionEnding extends TransactionStage {

    TransactionEnding(TransactionsContract contract) {
        super(contract);
    }

    @Test
    void an_outcome_to_be_kept_commits_and_is_answered() throws Exception {
        Object outcome = new Object();

        Object answer = kept(() -> {
            write("a");
            return outcome;
        });

        assertThat(answer).isSameAs(outcome);
        assertThat(committed()).containsExactly("a");
    }

    @Test
    void nobody_else_sees_a_change_before_the_commit() throws Exception {
        List<String> seen = kept(() -> {
            write("a");
            assertThat(read()).containsExactly("a");
            return committed();
        });

        assertThat(seen).isEmpty();
    }

    @Test
    void an_outcome_not_to_be_kept_rolls_back_and_is_answered() throws Exception {
        String answer = transactions.execute(
                () -> {
                    write("a");
                    return "refused";
                },
                outcome -> !outcome.equals("refused"));

        assertThat(answer).isEqualTo("refused");
        assertThat(committed()).isEmpty();
    }

    @Test
    void what_the_work_throws_rolls_back_and_is_thrown_as_it_is() throws Exception {
        for (Throwable thrown : List.of(
                new IOException("checked"), new SQLException("checked"), new IllegalStateException("x"), new Error())) {
            Throwable caught = catchThrowable(() -> kept(() -> {
                write("a");
                throw TransactionEnding.<RuntimeException>unchecked(thrown);
            }));

            assertThat(caught).isSameAs(thrown).hasNoCause();
            assertThat(committed()).isEmpty();
        }
    }

    @Test
    void an_outcome_that_cannot_be_judged_rolls_back() throws Exception {
        IllegalStateException thrown = new IllegalStateException("no judgement");

        assertThatThrownBy(() -> transactions.execute(() -> write("a"), outcome -> {
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(committed()).isEmpty();
    }

    @Test
    void a_commit_that_fails_is_thrown() throws Exception {
        kept(() -> write("a"));

        assertThatThrownBy(() -> kept(() -> write("b") && write("a"))).hasStackTraceContaining("note_text_key");

        assertThat(committed()).containsExactly("a");
    }

    @Test
    void a_failed_statement_that_the_work_hides_is_not_taken_for_a_commit() throws Exception {
        assertThatThrownBy(() -> kept(() -> {
                    write("a");
                    assertThat(catchThrowable(this::runFailingStatement)).isNotNull();
                    return true;
                }))
                .isInstanceOf(Exception.class);

        assertThat(committed()).isEmpty();
    }

    @Test
    void transactions_that_follow_each_other_end_each_in_its_own_way() throws Exception {
        kept(() -> write("a"));
        undone(() -> write("b"));
        kept(() -> write("c"));

        assertThat(committed()).containsExactly("a", "c");
    }

    /** Throws anything out of work that declares nothing. */
    @SuppressWarnings("unchecked")
    private static <X extends Throwable> RuntimeException unchecked(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
