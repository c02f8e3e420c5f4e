package com.salesync.dashboard;

import static com.salesync.dashboard.Neighbours.paid;
import static com.salesync.dashboard.Neighbours.took;
import static com.salesync.dashboard.Neighbours.volume;
import static com.salesync.dashboard.Neighbours.volumes;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.common.test.Till;
import com.salesync.common.test.Till.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ReconciliationIT {

  private static final String URI = "/dashboard/reconciliation?start=2026-03-01&end=2026-03-02";

  private final RestTestClient client;
  private final Till till;

  ReconciliationIT(RestTestClient client) {
    this.client = client;
    this.till = Till.of(client);
  }

  @BeforeEach
  @AfterEach
  void reset() {
    Neighbours.reset();
  }

  @Test
  void showsThatTheBooksAgree() {
    took("2026-03-01", 2, 50_000, 0);
    paid("2026-03-01", 2, 50_000);
    volumes(volume("2026-03-01", 1, "피자", 2, 40_000), volume("2026-03-01", 2, "콜라", 1, 10_000));

    Answer answer = till.get(URI);

    assertThat(answer.text())
        .isEqualTo(
            """
            {"result":"success","message":"장부 대조 완료: 일치합니다.",\
            "start_date":"2026-03-01","end_date":"2026-03-02","difference":0,"open_payments":0,\
            "days":[{"date":"2026-03-01","sales_volume":50000,"paid_volume":50000,\
            "reported_volume":50000,"difference":0,"sales":2,"orders":2,"open_payments":0},\
            {"date":"2026-03-02","sales_volume":0,"paid_volume":0,"reported_volume":0,\
            "difference":0,"sales":0,"orders":0,"open_payments":0}]}\
            """);
  }

  @Test
  void showsWhatTheBooksDifferBy() {
    took("2026-03-01", 2, 50_000, 1);
    paid("2026-03-01", 3, 60_000);
    volumes(volume("2026-03-02", 1, "피자", 1, 5_000));

    Answer answer = till.get(URI);

    assertThat(answer.number("$.difference")).isEqualTo(15_000);
    assertThat(answer.number("$.open_payments")).isEqualTo(1);
    assertThat(answer.number("$.days[0].difference")).isEqualTo(-10_000);
    assertThat(answer.number("$.days[1].difference")).isEqualTo(-5_000);
    assertThat(answer.<String>read("$.message")).contains("일치하지 않는");
  }

  @Test
  void showsTheOperatorWhoActsForTheStoreTheSame() {
    took("2026-03-01", 1, 7_000, 0);
    Till operator = new Till(client, till.storeId(), TestTokens.internal(till.storeId()));

    assertThat(
            operator.get(URI.replace("/dashboard/", "/internal/")).number("$.days[0].difference"))
        .isEqualTo(7_000);
    Till actingForNobody = new Till(client, 0, TestTokens.operator());
    assertThat(actingForNobody.get(URI.replace("/dashboard/", "/internal/")).status())
        .isEqualTo(403);
  }
}
