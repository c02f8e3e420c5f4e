package com.salesync.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.common.test.Till;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is left of a store that was closed long ago. */
@ServiceTest
class ErasureIT extends ConsultingScenario {

  ErasureIT(
      RestTestClient client, JdbcClient jdbc, MeterRegistry metrics, InvariantMonitor monitor) {
    super(client, jdbc, metrics, monitor);
  }

  @Test
  void emptiesFiguresAndAdviceOfThatStoreAlone() {
    String request = owner.ask();
    owner.end(request);
    String days = column(request, "start_day") + column(request, "end_day");
    Owner other = Owner.ofNewShop(client);
    String othersRequest = other.ask();
    other.end(othersRequest);

    erase();
    erase();

    assertThat(column(request, "answer")).isEmpty();
    assertThat(column(request, "figures")).isEqualTo("{}");
    assertThat(column(request, "start_day") + column(request, "end_day")).isEqualTo(days);
    assertThat(
            jdbc.sql("select answer from consulting_jobs where store_id = ?")
                .param(other.storeId())
                .query(String.class)
                .single())
        .isNotEmpty();
    assertThat(
            jdbc.sql("select details::text from audit_log where store_id = ? and action = ?")
                .params(owner.storeId(), "store.erased")
                .query(String.class)
                .list())
        .containsExactly("{\"consulting_jobs\": 1}");
  }

  private void erase() {
    Till service =
        new Till(client, owner.storeId(), TestTokens.internal("store-service", owner.storeId()));
    assertThat(service.post("/internal/erasure", "").status()).isEqualTo(204);
  }
}
