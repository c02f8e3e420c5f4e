package com.salesync.benchmarks.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.benchmarks.client.GatewayClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsightTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String PERIOD = "start=2026-10-24&end=2026-11-22";
  private static final String REPORT =
      """
      {"sales_volume": 1234000, "items": [
        {"name": "피자", "quantity": 60, "profit": 700000},
        {"name": "과일", "quantity": 4, "profit": -2000}]}
      """;
  private static final String SETTLED =
      """
      {"message": "정산 완료: 메시지 전송 완료", "settlement_id": 7, "sales_volume": 211000,
       "sms": "sent"}
      """;
  private static final String REQUESTED = "{\"req_id\": \"r-1\"}";
  private static final String UNDER_WAY = "{\"result\": \"not completed\", \"message\": \"진행 중\"}";
  private static final String SUCCESS = "{\"result\": \"success\", \"message\": \"컨설팅 완료\"}";
  private static final String ADVICE =
      "{\"result\": \"success\", \"consulting\": \"Sell less fruit.\\nSell more pizza.\"}";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private GatewayStub gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = new GatewayStub();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void showsAReportAdviceAndTheSettlementText() {
    gateway
        .answers("/bff/sales", REPORT)
        .answers("/consulting/", REQUESTED)
        .answers("/consulting/r-1", UNDER_WAY)
        .answers("/consulting/r-1", SUCCESS)
        .answers("/dashboard/consulting/r-1", 404, "{\"message\": \"unknown\"}", Map.of())
        .answers("/dashboard/consulting/r-1", ADVICE)
        .answers("/dashboard/settlements", SETTLED);

    assertThat(show(part -> true, Duration.ofSeconds(30)))
        .contains("revenue 1,234,000 won, profit 698,000 won, from 2 items")
        .containsPattern("earn most\n +700,000 won +60 sold  피자\n +-2,000 won +4 sold  과일\n")
        .doesNotContain("earn least")
        .contains("$TOKEN\" '" + gateway.url() + "/bff/sales?" + PERIOD + "'")
        .contains("| Sell less fruit.\n  | Sell more pizza.\n")
        .contains("'" + gateway.url() + "/dashboard/consulting/r-1'")
        .contains("정산 완료: 메시지 전송 완료\n  total 211,000 won, text: sent\n")
        .contains(gateway.url() + "/_local/sms")
        .doesNotContain("did not work");
    assertThat(gateway.calls())
        .startsWith("GET /bff/sales?" + PERIOD, "GET /consulting/?" + PERIOD)
        .endsWith("POST /dashboard/settlements {\"date\":\"2026-11-22\"}");
  }

  @Test
  void leavesOutWhatTheStackDoesNotRun() {
    gateway.answers("/bff/sales", REPORT).answers("/dashboard/settlements", SETTLED);

    assertThat(show(part -> !part.equals("consulting-service"), Duration.ZERO))
        .contains("left out: this stack runs without consulting-service")
        .contains("text: sent");
    assertThat(gateway.calls()).noneMatch(call -> call.contains("/consulting/"));

    printed.reset();
    assertThat(show(part -> false, Duration.ZERO))
        .contains("left out: this stack runs without consulting-service and dashboard-service")
        .doesNotContain("did not work");
  }

  @Test
  void whatDoesNotWorkIsOneLineAndTheRestIsShown() {
    gateway
        .answers("/bff/sales", 500, "{\"message\": \"broken\"}", Map.of())
        .answers(
            "/consulting/",
            429,
            "{\"message\": \"오늘의 컨설팅 요청 50건을 모두 사용했습니다.\"}",
            Map.of("Retry-After", "40000"))
        .answers("/dashboard/settlements", "{\"result\": \"success\"}");

    assertThat(show(part -> true, Duration.ZERO).lines().filter(line -> line.startsWith("  ")))
        .satisfiesExactly(
            report ->
                assertThat(report)
                    .isEqualTo(
                        "  did not work: GET /bff/sales?"
                            + PERIOD
                            + " was refused with 500: broken"),
            advice -> assertThat(advice).isEqualTo("  No advice: 오늘의 컨설팅 요청 50건을 모두 사용했습니다."),
            settlement -> assertThat(settlement).startsWith("  did not work: the answer is not"));
  }

  @Test
  void saysWhereToLookForAdviceThatTakesLong() {
    gateway.answers("/consulting/", REQUESTED).answers("/consulting/r-1", UNDER_WAY);

    assertThat(show(part -> true, Duration.ZERO))
        .contains("It is not there yet.")
        .contains("'" + gateway.url() + "/consulting/r-1'")
        .contains("'" + gateway.url() + "/dashboard/consulting/r-1'");
  }

  @Test
  void saysWhyThereIsNoAdvice() {
    gateway
        .answers("/consulting/", REQUESTED)
        .answers("/consulting/r-1", "{\"result\": \"failed\", \"message\": \"the model refused\"}");
    assertThat(show(part -> true, Duration.ZERO)).contains("No advice: the model refused\n");
  }

  @Test
  void aGatewayThatIsGoneFailsNoDemo() {
    gateway.close();
    assertThat(
            show(part -> true, Duration.ZERO).lines().filter(line -> line.contains("did not work")))
        .hasSize(3)
        .allMatch(line -> line.contains("got no answer"));
  }

  private String show(Predicate<String> running, Duration adviceTimeout) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    GatewayClient client =
        GatewayClient.at(URI.create(gateway.url()))
            .withToken("token")
            .retryingFor(Duration.ofSeconds(30));
    new Insight(client, running, adviceTimeout, out).show(TODAY);
    return printed.toString(StandardCharsets.UTF_8);
  }
}
