package com.salesync.common.test;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The way to the database, which breaks off at a chosen moment of the next writes of a chosen row.
 * Import it into a test's context: it leads the pools over itself. Triggers end the server's
 * process or tell the proxy to keep the answer to COMMIT; no statement of the service knows of it.
 */
public final class BreakingDatabase implements BeanPostProcessor {

  /** When the connection is lost; a statement by itself commits, too. */
  public enum Moment {
    /** While the transaction writes: it has no effect. */
    BEFORE_COMMIT(503, false),
    /** COMMIT has been sent and is not carried out. */
    AT_COMMIT(504, false),
    /** COMMIT has been carried out, and its answer is lost. */
    AFTER_COMMIT(504, true);

    private final int answer;
    private final boolean done;

    Moment(int answer, boolean done) {
      this.answer = answer;
      this.done = done;
    }

    /** The status of the answer to a request that has changed nothing else: 503 or 504. */
    public int answer() {
      return answer;
    }

    /** The code that goes with {@link #answer}. */
    public String code() {
      return this == BEFORE_COMMIT ? "DATABASE_UNAVAILABLE" : "OUTCOME_UNKNOWN";
    }

    /** Whether the transaction has had its effect. */
    public boolean isDone() {
      return done;
    }

    /** A parameterized test's arguments: each of the writes at each moment. */
    public static Stream<Arguments> ofEach(String... writes) {
      return Stream.of(writes)
          .flatMap(write -> Stream.of(values()).map(moment -> Arguments.of(write, moment)));
    }
  }

  private static final String AFTER_COMMIT = "break off after commit";

  /** The server is ready for the next statement, in no transaction. */
  private static final String COMMITTED = "Z\0\0\0\5I";

  private final ServerSocket entry;
  private final URI database;

  BreakingDatabase() {
    try {
      entry = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database = URI.create(PostgresServer.get().url().replaceFirst("^jdbc:", ""));
    Thread.startVirtualThread(this::accept);
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool) {
      pool.setJdbcUrl(
          pool.getJdbcUrl().replace(database.getAuthority(), "localhost:" + entry.getLocalPort()));
    }
    return bean;
  }

  /**
   * Lets writes break off that leave a certain row.
   *
   * @param table qualified by its schema
   * @param condition of the row, in SQL: {@code new.store_id = 7 and new.status = 'PAID'}
   */
  public void breakOff(String table, String condition, Moment moment) {
    JdbcClient admin = admin();
    admin
        .sql(
            """
            create or replace function public.break_off() returns trigger
            language plpgsql security definer as $$
            begin
              if tg_argv[0] = 'AFTER_COMMIT' then
                raise notice '%s';
              else
                perform pg_terminate_backend(pg_backend_pid());
              end if;
              return null;
            end $$
            """
                .formatted(AFTER_COMMIT))
        .update();
    boolean atCommit = moment == Moment.AT_COMMIT;
    admin.sql("drop trigger if exists break_off on " + table).update();
    admin
        .sql(
            """
            create %s trigger break_off after insert or update on %s %s
            for each row when (%s) execute function public.break_off('%s')
            """
                .formatted(
                    atCommit ? "constraint" : "",
                    table,
                    atCommit ? "deferrable initially deferred" : "",
                    condition,
                    moment))
        .update();
  }

  /** From here on nothing breaks off. What a service still does may stand in the way at first. */
  public void heal() {
    await()
        .ignoreExceptionsInstanceOf(PessimisticLockingFailureException.class)
        .until(() -> admin().sql("drop function if exists public.break_off cascade").update() >= 0);
  }

  private static JdbcClient admin() {
    return PostgresServer.get().adminClient("public");
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entry.accept();
        Socket server = new Socket(database.getHost(), database.getPort());
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread.startVirtualThread(() -> forward(client, server, false));
        Thread.startVirtualThread(() -> forward(server, client, true));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until one side ends, or the answer to COMMIT comes that is not to arrive. */
  private static void forward(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[65_536];
    boolean waiting = false;
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (answers) {
          String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
          waiting |= text.contains(AFTER_COMMIT);
          if (waiting && text.endsWith(COMMITTED)) {
            return;
          }
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException lost) {
      // Both ends are closed, which is what a lost connection is.
    }
  }
}
