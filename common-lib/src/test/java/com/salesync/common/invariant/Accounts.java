package com.salesync.common.invariant;

import com.salesync.common.test.PostgresServer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accounts, each of which must hold the sum of its entries (SUMS), and something that is seen
 * elsewhere (REMOTE) and is wrong every second time.
 */
@TestConfiguration
class Accounts {

  private final JdbcClient jdbc;
  private final AtomicBoolean blind = new AtomicBoolean();
  private final AtomicReference<Look> lastLook = new AtomicReference<>();

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Bean
  static Invariant sums(JdbcClient jdbc) {
    return new SqlInvariant(
        jdbc,
        "SUMS",
        "select store_id, account::text from entries where at >= :since",
        """
        select a.store_id, a.account::text
        from candidates c join accounts a on (a.store_id, a.account) = (c.store_id, c.subject::int)
        where a.amount <> (
          select coalesce(sum(e.amount), 0) from entries e
          where (e.store_id, e.account) = (a.store_id, a.account))
        """);
  }

  @Bean
  Invariant remote() {
    return new Invariant() {
      @Override
      public String name() {
        return "REMOTE";
      }

      @Override
      public Collection<Finding> findings(Look look) {
        lastLook.set(look);
        if (blind.get()) {
          throw new IllegalStateException("on purpose");
        }
        return look.standing().isEmpty() ? List.of(new Finding(7, "2026-11-27")) : Set.of();
      }
    };
  }

  void reset() {
    blind.set(false);
    for (String statement :
        List.of(
            "drop table if exists accounts, entries",
            "create table accounts (store_id bigint, account int, amount bigint not null,"
                + " primary key (store_id, account))",
            "create table entries (id bigint generated always as identity primary key,"
                + " store_id bigint, account int, amount bigint, at timestamptz default now())",
            "grant all on accounts, entries to item_service",
            "create index on entries (store_id, account)",
            "create index on entries (at)",
            "delete from invariant_findings",
            "update invariant_looks set looked_at = null, known_since = now()")) {
      PostgresServer.get().adminClient("item").sql(statement).update();
    }
  }

  void enter(long store, int account, long amount) {
    jdbc.sql("insert into entries (store_id, account, amount) values (?, ?, ?)")
        .params(store, account, amount)
        .update();
    jdbc.sql("insert into accounts values (?, ?, ?)").params(store, account, amount).update();
  }

  void setAmount(long store, int account, long amount) {
    jdbc.sql("update accounts set amount = ? where store_id = ? and account = ?")
        .params(amount, store, account)
        .update();
  }

  /** From now on REMOTE cannot be seen. */
  void blind() {
    blind.set(true);
  }

  Look lastLook() {
    return lastLook.get();
  }
}
