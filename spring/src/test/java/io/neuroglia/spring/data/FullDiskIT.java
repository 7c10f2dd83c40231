package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult.Failure;
import io.neuroglia.spring.data.Bank.Deposit;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A disk that is really full: a small one in memory. Needs the right to mount one, and is skipped without it. */
@ExtendWith(PostgresExtension.class)
class FullDiskIT {
    @TempDir
    private Path disk;

    private TestDatabase database;
    private boolean mounted;

    @BeforeEach
    void mount(TestDatabase testDatabase) throws Exception {
        database = testDatabase;
        mounted = run("mount", "-t", "tmpfs", "-o", "size=8m,mode=0777", "tmpfs", disk.toString());
        assumeTrue(mounted, "This user may not mount a disk in memory");
        database.execute("create tablespace small location '" + disk + "'");
        database.execute("drop table if exists account, heard; " + Account.TABLE + " tablespace small;"
                + " create table heard (account text not null); create table filler (text text) tablespace small");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            database.execute("drop table if exists account, filler");
            database.execute("drop tablespace if exists small");
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    @Test
    void a_full_disk_is_unavailable_until_there_is_room() {
        JdbcTemplate outside = new JdbcTemplate(database.dataSource());
        try (ConfigurableApplicationContext bank = FailingDatabaseIT.start(Bank.class, database.jdbcUrl())) {
            Mediator mediator = bank.getBean(Mediator.class);
            assertThatThrownBy(() -> fill(outside))
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            full -> assertThat(full.getSQLState()).isEqualTo("53100"));

            assertThat(mediator.execute(new Deposit("a")))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.problem().kind()).isEqualTo(FailureKind.UNAVAILABLE));

            outside.execute("drop table filler"); // truncating needs room first
            assertThat(mediator.execute(new Deposit("a")).isSuccess()).isTrue();
        }
        assertThat(outside.queryForList("select id from account", String.class)).containsExactly("a");
    }

    private static void fill(JdbcTemplate outside) {
        for (int page = 0; page < 10_000; page++) {
            outside.update(
                    "insert into filler select string_agg(md5(random()::text), '') from generate_series(1, 200)");
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
