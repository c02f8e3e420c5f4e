package com.salesync.common.test;

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
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The way to the database, which breaks off at a chosen moment of a chosen store's next writes.
 * Import it into a test's context: it leads the pools over itself. Triggers end the server's
 * process or tell the proxy to wait for the answer to COMMIT; no statement of the service knows of
 * it.
 */
public final class BreakingDatabase implements BeanPostProcessor {

  /** When the connection is lost. */
  public enum Moment {
    /** While the transaction writes: it has no effect. */
    BEFORE_COMMIT,
    /** COMMIT has been sent and is not carried out. */
    AT_COMMIT,
    /** COMMIT has been carried out, and its answer is lost. */
    AFTER_COMMIT
  }

  private static final String AFTER_COMMIT = "break off after commit";
  private static final String COMMITTED = "COMMIT\0";

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
   * Lets writes break off that leave a row with this status.
   *
   * @param table qualified by its schema; has the columns {@code store_id} and {@code status}
   */
  public void breakOff(String table, long store, String status, Moment moment) {
    JdbcClient admin = admin();
    admin
        .sql(
            """
            create table if not exists public.breaks
              (store_id bigint primary key, status text not null, moment text not null)
            """)
        .update();
    admin
        .sql(
            """
            create or replace function public.break_off() returns trigger
            language plpgsql security definer as $$
            declare
              chosen text;
            begin
              select moment into chosen from public.breaks
                where store_id = new.store_id and status = new.status;
              if (chosen, tg_argv[0]) in (('BEFORE_COMMIT', 'write'), ('AT_COMMIT', 'commit')) then
                perform pg_terminate_backend(pg_backend_pid());
              elsif (chosen, tg_argv[0]) = ('AFTER_COMMIT', 'write') then
                raise notice 'break off after commit';
              end if;
              return null;
            end $$
            """)
        .update();
    admin.sql("drop trigger if exists break_off_write on " + table).update();
    admin.sql("drop trigger if exists break_off_commit on " + table).update();
    admin
        .sql(
            """
            create trigger break_off_write after insert or update on %s
            for each row execute function public.break_off('write')
            """
                .formatted(table))
        .update();
    admin
        .sql(
            """
            create constraint trigger break_off_commit after insert or update on %s
            deferrable initially deferred for each row execute function public.break_off('commit')
            """
                .formatted(table))
        .update();
    admin
        .sql("insert into public.breaks values (?, ?, ?)")
        .params(store, status, moment.name())
        .update();
  }

  /** From here on nothing breaks off, for any store. */
  public void heal() {
    admin().sql("drop function if exists public.break_off cascade").update();
    admin().sql("drop table if exists public.breaks").update();
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
          if (waiting && text.contains(COMMITTED)) {
            return;
          }
          waiting |= text.contains(AFTER_COMMIT);
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException lost) {
      // Both ends are closed, which is what a lost connection is.
    }
  }
}
