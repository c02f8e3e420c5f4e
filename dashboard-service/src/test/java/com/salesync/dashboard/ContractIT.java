package com.salesync.dashboard;

import com.salesync.common.test.ConsumerContracts;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.dashboard.consulting.ConsultingResult;
import com.salesync.dashboard.consulting.ConsultingResults;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ContractIT extends ConsumerContracts {

  private static final String DAY = "2026-03-01";

  private final ConsultingResults results;

  ContractIT(RestTestClient client, ConsultingResults results) {
    super(client);
    this.results = results;
  }

  @Override
  protected Map<String, Object> given() {
    long store = TestTokens.newStore();
    Neighbours.reset();
    Neighbours.volumes(Neighbours.volume(DAY, 17, "Pizza", 2, 40_000));
    Neighbours.costs(Neighbours.cost(17, DAY, 7_000));
    Neighbours.dayTotals("orders", Neighbours.orders(store, DAY, 1, 40_000, 40_000, 1));
    UUID accepted = UUID.randomUUID();
    UUID answered = UUID.randomUUID();
    UUID failed = UUID.randomUUID();
    results.keepResult(ConsultingResult.accepted(accepted, store));
    results.keepResult(ConsultingResult.completed(answered, store, "콜라를 더 파세요."));
    results.keepResult(ConsultingResult.failed(failed, store, "이 기간에는 매출이 없습니다."));
    return Map.of(
        "store", store,
        "day", DAY,
        "accepted", accepted,
        "answered", answered,
        "failed", failed);
  }
}
