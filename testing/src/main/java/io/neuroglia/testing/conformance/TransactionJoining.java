package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The part of {@link TransactionsContract} about work inside work: it shares the transaction and is undone alone. */
abstract class TransactionJoining extends TransactionStage {

    TransactionJoining(TransactionsContract contract) {
        super(contract);
    }

    @Test
    void joined_work_sees_the_changes_around_it_and_commits_with_them() throws Exception {
        kept(() -> {
            write("outer");
            kept(() -> {
                assertThat(read()).containsExactly("outer");
                return write("inner");
            });
            assertThat(committed()).isEmpty();
            return write("outer again");
        });

        assertThat(committed()).containsExactly("inner", "outer", "outer again");
    }

    @Test
    void joined_work_not_to_be_kept_is_undone_alone() throws Exception {
        kept(() -> {
            write("before");
            undone(() -> write("inner"));
            assertThat(read()).containsExactly("before");
            return write("after");
        });

        assertThat(committed()).containsExactly("after", "before");
    }

    @Test
    void joined_work_that_throws_is_undone_alone_when_the_outer_catches_it() throws Exception {
        IOException thrown = new IOException("inner");

        kept(() -> {
            write("before");
            assertThatThrownBy(() -> kept(() -> {
                        write("inner");
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            return write("after");
        });

        assertThat(committed()).containsExactly("after", "before");
    }

    @Test
    void a_failed_statement_of_joined_work_does_not_spoil_the_outer() throws Exception {
        kept(() -> {
            write("before");
            assertThat(catchThrowable(() -> kept(() -> {
                        write("inner");
                        runFailingStatement();
                        return true;
                    })))
                    .isInstanceOf(Exception.class);
            return write("after");
        });

        assertThat(committed()).containsExactly("after", "before");
    }

    @Test
    void a_failed_statement_that_joined_work_hides_is_not_taken_for_a_commit() throws Exception {
        assertThat(catchThrowable(() -> kept(() -> {
                    write("before");
                    kept(() -> {
                        write("inner");
                        return catchThrowable(this::runFailingStatement);
                    });
                    return true;
                })))
                .isInstanceOf(Exception.class);

        assertThat(committed()).isEmpty();
    }

    @Test
    void an_outer_that_rolls_back_takes_joined_work_with_it() throws Exception {
        undone(() -> {
            kept(() -> write("inner"));
            return write("outer");
        });

        assertThat(committed()).isEmpty();
    }

    @Test
    void joined_work_may_be_the_first_to_use_the_connection_and_be_kept() throws Exception {
        kept(() -> {
            kept(() -> write("inner"));
            undone(() -> write("undone"));
            return write("outer");
        });

        assertThat(committed()).containsExactly("inner", "outer");
    }

    @Test
    void joined_work_may_be_the_first_to_use_the_connection_and_be_undone() throws Exception {
        kept(() -> {
            undone(() -> write("inner"));
            assertThat(read()).isEmpty();
            return write("outer");
        });

        assertThat(committed()).containsExactly("outer");
    }

    @Test
    void joined_work_in_joined_work_is_undone_alone() throws Exception {
        kept(() -> {
            write("1");
            kept(() -> {
                write("2");
                undone(() -> write("3"));
                return write("4");
            });
            return write("5");
        });

        assertThat(committed()).containsExactly("1", "2", "4", "5");
    }

    @Test
    void joined_work_that_is_undone_takes_what_joined_it_along() throws Exception {
        kept(() -> {
            write("1");
            undone(() -> {
                write("2");
                kept(() -> write("3"));
                return write("4");
            });
            kept(() -> write("5"));
            return write("6");
        });

        assertThat(committed()).containsExactly("1", "5", "6");
    }

    @Test
    void the_first_connection_deep_inside_is_undone_as_far_as_it_must() throws Exception {
        kept(() -> {
            undone(() -> {
                undone(() -> write("1"));
                kept(() -> write("2"));
                return write("3");
            });
            kept(() -> {
                kept(() -> write("4"));
                return undone(() -> write("5"));
            });
            return write("6");
        });

        assertThat(committed()).containsExactly("4", "6");
    }
}
