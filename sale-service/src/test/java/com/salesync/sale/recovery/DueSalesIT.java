package com.salesync.sale.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sale is claimed by one caller for a time. */
@ServiceTest
class DueSalesIT {

  private static final Instant FAR =
      Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final DueSales dueSales;
  private final JdbcClient jdbc;
  private final long store = TestTokens.newStore();

  DueSalesIT(DueSales dueSales, JdbcClient jdbc) {
    this.dueSales = dueSales;
    this.jdbc = jdbc;
  }

  @Test
  void theSlowerLosesTheClaim() {
    DueSale due = pending();

    DueSale claimed = dueSales.claim(due, FAR.plusSeconds(1)).orElseThrow();

    assertThat(claimed).isEqualTo(new DueSale(store, due.saleId(), FAR.plusSeconds(1), TRACE));
    assertThat(dueSales.claim(due, FAR.plusSeconds(2))).isEmpty();
    dueSales.postpone(due, FAR.plusSeconds(3));
    assertThat(dueSales.find(FAR.plusSeconds(1), 1_000)).contains(claimed);
    settle();
    assertThat(dueSales.claim(claimed, FAR)).isEmpty();
    assertThat(dueSales.find(FAR.plusSeconds(9), 1_000))
        .noneMatch(found -> found.storeId() == store);
  }

  @Test
  void aClaimThatDiedIsDueAgain() {
    DueSale claimed = dueSales.claim(pending(), FAR.plusSeconds(5)).orElseThrow();

    assertThat(dueSales.find(FAR.plusSeconds(4), 1_000)).doesNotContain(claimed);
    assertThat(dueSales.find(FAR.plusSeconds(5), 1_000)).contains(claimed);
    settle();
  }

  private DueSale pending() {
    long sale =
        jdbc.sql(
                """
                insert into sales (store_id, table_no, claimed_total, payment_type, business_day,
                  created_at, status, attempts, attempted_at, recover_at,
                  traceparent)
                values (?, 4, 12000, 'card', '2026-03-01', now(), 'PENDING', 1, now(),
                  ?::timestamptz, ?)
                returning id
                """)
            .params(store, FAR.toString(), TRACE)
            .query(Long.class)
            .single();
    return new DueSale(store, sale, FAR, TRACE);
  }

  private void settle() {
    jdbc.sql(
            """
            update sales set status = 'FAILED', failure = 'NEVER_PAID', settled_at = now(),
              recover_at = null where store_id = ?
            """)
        .param(store)
        .update();
  }
}
