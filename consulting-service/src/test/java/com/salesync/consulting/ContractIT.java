package com.salesync.consulting;

import com.salesync.common.test.ConsumerContracts;
import com.salesync.common.test.ServiceTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ContractIT extends ConsumerContracts {

  private final Owner owner;
  private final JdbcClient jdbc;

  ContractIT(RestTestClient client, JdbcClient jdbc) {
    super(client);
    this.owner = Owner.ofNewShop(client);
    this.jdbc = jdbc;
  }

  @Override
  protected Map<String, Object> given() {
    Neighbours.reset();
    String answered = owner.ask();
    owner.end(answered);
    Neighbours.dashboardAnswers(Neighbours.FIGURES, Neighbours.NOTHING);
    String failed = owner.ask();
    owner.end(failed);
    return Map.of(
        "store", owner.storeId(),
        "waiting", jobThatNobodyRuns("waiting"),
        "running", jobThatNobodyRuns("running"),
        "answered", answered,
        "failed", failed);
  }

  private UUID jobThatNobodyRuns(String state) {
    UUID reqId = UUID.randomUUID();
    jdbc.sql(
            """
            insert into consulting_jobs (req_id, store_id, start_day, end_day, zone, day_start,
              state, accepted_at, deadline)
            values (?, ?, now(), now(), 'Asia/Seoul', '00:00', ?, now(), now() + interval '1 h')
            """)
        .params(reqId, owner.storeId(), state)
        .update();
    return reqId;
  }

  @AfterEach
  void removeThem() {
    jdbc.sql("delete from consulting_jobs where store_id = ? and finished_at is null")
        .param(owner.storeId())
        .update();
  }
}
