package com.salesync.common.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/**
 * Migrations that take longer than any statement of a serving process may, beside a service that
 * goes on writing. Minutes and some gigabytes: {@code -Dslow -Drows=5000000}.
 */
@EnabledIfSystemProperty(named = "slow", matches = ".*")
class LongMigrationIT {

  private static final long ROWS = Long.getLong("rows", 5_000_000);

  private final String database = PostgresServer.get().newDatabase("item");
  private final JdbcClient admin = PostgresServer.adminClient(database, "item");

  @TempDir private Path folder;

  @Test
  void aMigrationOverMillionsOfRowsAndAnIndexMadeConcurrently() throws Exception {
    write(
        "V1__many.sql",
        """
        create table many (store_id bigint not null, id bigint not null, text text not null, primary key (store_id, id));
        grant select, insert on many to ${runtime_role};
        """);
    assertThat(migrate()).isEqualTo(1);
    admin
        .sql("insert into many select i % 1000, i, 'row ' || i from generate_series(1, ?) as i")
        .param(ROWS)
        .update();
    write("V2__lengths.sql", "alter table many add column length int; update many set length = 1");
    write("V3__by_text.sql", "create index concurrently many_by_text on many (store_id, text)");
    write("V3__by_text.sql.conf", "executeInTransaction=false\n");
    AtomicBoolean migrating = new AtomicBoolean(true);
    AtomicInteger written = new AtomicInteger();
    CompletableFuture<Void> service =
        CompletableFuture.runAsync(
            () -> {
              while (migrating.get()) {
                long id = ROWS + written.incrementAndGet();
                admin.sql("insert into many values (1, ?, 'new')").param(id).update();
              }
            });

    Instant began = Instant.now();
    assertThat(migrate()).isEqualTo(2);
    Duration took = Duration.between(began, Instant.now());
    migrating.set(false);
    service.get();

    System.out.printf("%d rows migrated in %s beside %d inserts%n", ROWS, took, written.get());
    assertThat(
            admin
                .sql("select indisvalid from pg_index where indexrelid = 'many_by_text'::regclass")
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(admin.sql("select count(*) from many where length = 1").query(Long.class).single())
        .isGreaterThanOrEqualTo(ROWS);
    assertThat(admin.sql("select count(*) from many").query(Long.class).single())
        .isEqualTo(ROWS + written.get());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private int migrate() {
    MockEnvironment owner =
        new MockEnvironment()
            .withProperty("spring.datasource.url", database)
            .withProperty("salesync.database.schema", "item")
            .withProperty("salesync.database.role", PostgresServer.role("item"))
            .withProperty("salesync.database.owner", PostgresServer.owner("item"))
            .withProperty("salesync.database.migrations", "filesystem:" + folder)
            .withProperty("DATABASE_OWNER_PASSWORD", PostgresServer.PASSWORD);
    return Migration.of(owner).migrate(owner);
  }
}
