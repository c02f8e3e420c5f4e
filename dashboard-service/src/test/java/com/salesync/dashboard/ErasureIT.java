package com.salesync.dashboard;

import static com.salesync.dashboard.Neighbours.snsRefuses;
import static com.salesync.dashboard.Neighbours.snsSends;
import static com.salesync.dashboard.Neighbours.sold;
import static com.salesync.dashboard.Neighbours.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.common.test.Till;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is left of a store that was closed long ago. */
@ServiceTest
class ErasureIT extends SettlementScenario {

  private final RestTestClient client;

  ErasureIT(RestTestClient client, MeterRegistry metrics) {
    super(client, metrics);
    this.client = client;
  }

  @Test
  void emptiesTextsNumbersAndAdviceOfThatStoreAloneAndKeepsWhatWasSettled() {
    Till other = Till.of(client);
    settleAndBeAdvised(till);
    settleAndBeAdvised(other);
    List<?> settled = settled(till);

    erase(till);
    erase(till);

    assertThat(personal(till)).containsOnly("");
    assertThat(personal(other)).hasSize(4).doesNotContain("");
    assertThat(settled(till)).isEqualTo(settled).isNotEmpty();
    assertThat(
            jdbc.sql("select details::text from audit_log where store_id = ? and action = ?")
                .params(till.storeId(), "store.erased")
                .query(String.class)
                .list())
        .containsExactly("{\"settlements\": 1, \"consulting_results\": 2}");
  }

  @Test
  void neverSendsATextThatStillWaits() {
    snsRefuses(429, "Throttled");
    till.post("/dashboard/settlements", SETTLE);

    erase(till);
    snsSends();
    Neighbours.SNS.resetRequests();
    till.post("/dashboard/settlements", SETTLE);

    assertThat(states()).containsExactly("rejected");
    assertThat(unfinished()).isZero();
    assertThat(texts(phone)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text = 'another'",
        "text = ''",
        "text = '', masked_phone = 'another'",
        "text = '', masked_phone = '', total = 1",
        "text = '', masked_phone = '', business_day = business_day + 1"
      })
  void isTheOnlyChangeOfWhatWasSettled(String change) {
    till.post("/dashboard/settlements", SETTLE);

    assertThatThrownBy(
            () ->
                jdbc.sql("update settlements set " + change + " where store_id = ?")
                    .param(till.storeId())
                    .update())
        .hasMessageContaining("keeps what it settled");
  }

  private void settleAndBeAdvised(Till store) {
    sold(DAY, 45, 1_234_000);
    store.post("/dashboard/settlements", SETTLE);
    for (String state : List.of("completed", "failed")) {
      jdbc.sql(
              """
              insert into consulting_results (store_id, req_id, state, answer, failure, received_at)
              values (:store, :request, :state, case :state when 'completed' then 'sell' end,
                case :state when 'failed' then 'no' end, now())
              """)
          .param("store", store.storeId())
          .param("request", UUID.randomUUID())
          .param("state", state)
          .update();
    }
  }

  private void erase(Till store) {
    Till service =
        new Till(client, store.storeId(), TestTokens.internal("store-service", store.storeId()));
    assertThat(service.post("/internal/erasure", "").status()).isEqualTo(204);
  }

  /** What could tell whose store it was. */
  private List<String> personal(Till store) {
    return jdbc.sql(
            """
            select text from settlements where store_id = :store
            union all select masked_phone from settlements where store_id = :store
            union all
            select coalesce(answer, failure) from consulting_results where store_id = :store
            """)
        .param("store", store.storeId())
        .query(String.class)
        .list();
  }

  private List<?> settled(Till store) {
    return jdbc.sql(
            """
            select id, business_day, total, sales, sms, parts, requested_at, finished_at
            from settlements where store_id = ?
            """)
        .param(store.storeId())
        .query()
        .listOfRows();
  }
}
