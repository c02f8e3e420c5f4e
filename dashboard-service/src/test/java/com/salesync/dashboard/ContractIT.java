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

  private final ConsultingResults results;

  ContractIT(RestTestClient client, ConsultingResults results) {
    super(client);
    this.results = results;
  }

  @Override
  protected Map<String, Object> given() {
    long store = TestTokens.newStore();
    UUID accepted = UUID.randomUUID();
    UUID answered = UUID.randomUUID();
    UUID failed = UUID.randomUUID();
    results.keep(ConsultingResult.accepted(accepted, store));
    results.keep(ConsultingResult.completed(answered, store, "콜라를 더 파세요."));
    results.keep(ConsultingResult.failed(failed, store, "이 기간에는 매출이 없습니다."));
    return Map.of("store", store, "accepted", accepted, "answered", answered, "failed", failed);
  }
}
