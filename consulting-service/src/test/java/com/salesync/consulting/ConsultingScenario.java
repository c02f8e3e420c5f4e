package com.salesync.consulting;

import static com.salesync.consulting.Neighbours.modelAnswers;
import static org.awaitility.Awaitility.await;

import com.salesync.common.invariant.InvariantMonitor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** An owner of a new shop, who asks where no other job is under way. */
abstract class ConsultingScenario {

  protected final RestTestClient client;
  protected final Owner owner;
  protected final JdbcClient jdbc;
  protected final MeterRegistry metrics;
  private final InvariantMonitor monitor;

  ConsultingScenario(
      RestTestClient client, JdbcClient jdbc, MeterRegistry metrics, InvariantMonitor monitor) {
    this.client = client;
    this.owner = Owner.ofNewShop(client);
    this.jdbc = jdbc;
    this.metrics = metrics;
    this.monitor = monitor;
  }

  @BeforeEach
  void reset() {
    modelAnswers("이전 시험의 답");
    await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofSeconds(30))
        .until(this::unfinished, left -> left == 0);
    Neighbours.reset();
  }

  private long unfinished() {
    return jdbc.sql("select count(*) from consulting_jobs where finished_at is null")
        .query(Long.class)
        .single();
  }

  protected double inFlight() {
    return metrics.get("salesync.consulting.in.flight").gauge().value();
  }

  protected String column(String request, String column) {
    return jdbc.sql(
            "select "
                + column
                + "::text from consulting_jobs where store_id = ? and req_id = ?::uuid")
        .params(owner.storeId(), request)
        .query(String.class)
        .single();
  }

  /** What a look finds of the owner's jobs. */
  protected List<String> findings(String invariant) {
    monitor.look();
    return jdbc.sql("select subject from invariant_findings where invariant = ? and store_id = ?")
        .params(invariant, owner.storeId())
        .query(String.class)
        .list();
  }
}
