package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.sale.Till.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** No body of a payment is answered 500, and nothing bad reaches order-service. */
@ServiceTest
class BadPaymentIT {

  private final Till till;
  private final OrderServiceFake orders = OrderServiceFake.get();

  BadPaymentIT(RestTestClient client) {
    this.till = new Till(client);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "table_no     | `\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":null,\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":-1,\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":10000,\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":4.5,\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":\"four\",\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":\"\",\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":99999999999,\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":[4],\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":true,\"total_price\":1500,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":null,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":20.6,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":\"20.6\",\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":-1,\"payment_type\":\"card\"`",
        "total_price  |"
            + " `\"table_no\":4,\"total_price\":1000000000000001,\"payment_type\":\"card\"`",
        "total_price  |"
            + " `\"table_no\":4,\"total_price\":99999999999999999999,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":1e400,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":\"\",\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":\" \",\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":\"1,50\",\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":{},\"payment_type\":\"card\"`",
        "payment_type | `\"table_no\":4,\"total_price\":1500`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":null`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":\"\"`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":\"  \"`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":7`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":[\"card\"]`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":\"a\\u0000b\"`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":\"a\\ud800b\"`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":\"\u200b\"`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":"
            + "\"123456789012345678901234567890123456789012345678901\"`",
        "store_id     |"
            + " `\"table_no\":4,\"total_price\":1500,\"payment_type\":\"card\",\"store_id\":\"x\"`",
      })
  void namesTheFieldAtFault(String field, String members) {
    Answer answer = till.post("/sales/", "{" + members + "}", null);

    answer.requireProblem(400, "VALIDATION_FAILED");
    assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    assertThat(answer.json().get("errors").get(0).get("message").asString()).isNotBlank();
    assertThat(orders.calls(till.store())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {" 현금\u00a0", "\u1112\u1167\u11ab\u1100\u1173\u11b7"})
  void keepsWhatATillSaysTrimmedAndComposed(String paymentType) {
    orders.open(till.store(), 4, 1_500);

    assertThat(
            till.post(
                    "/sales",
                    "{\"table_no\":4,\"total_price\":1500,\"payment_type\":\"%s\"}"
                        .formatted(paymentType),
                    null)
                .status())
        .isEqualTo(201);

    assertThat(SaleTable.only(till.store())).containsEntry("payment_type", "현금");
  }

  /** Each of these is two once it is composed. */
  @Test
  void refusesWhatIsTooLongOnceItIsComposed() {
    Answer answer =
        till.post(
            "/sales",
            "{\"table_no\":4,\"total_price\":1500,\"payment_type\":\"%s\"}"
                .formatted("\u0958".repeat(30)),
            null);

    answer.requireProblem(400, "VALIDATION_FAILED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"card\"",
        "{\"table_no\":4,\"table_no\":5}",
        "{} {}",
        "\u0000"
      })
  void refusesWhatIsNotABody(String body) {
    Answer answer = till.post("/sales", body, null);
    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(answer.text("result")).isEqualTo("failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"table_no\":\"4\",\"total_price\":\"1500\",\"payment_type\":\"card\"}",
        "{\"table_no\":4,\"total_price\":\"1,500\",\"payment_type\":\"card\"}",
        "{\"table_no\":4.0,\"total_price\":1500.0,\"payment_type\":\"카드\",\"unknown\":{\"a\":[1]}}",
        "{\"table_no\":4,\"total_price\":15e2,"
            + "\"payment_type\":\"12345678901234567890123456789012345678901234567890\"}",
        "{\"table_no\":4,\"total_price\":1500,"
            + "\"payment_type\":\"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀\"}",
        "{\"table_no\":4,\"total_price\":1500,\"payment_type\":\"'; drop table sales; --\"}"
      })
  void acceptsWhatThePublishedClientSends(String body) {
    orders.open(till.store(), 4, 1_500);
    assertThat(till.post("/sales", body, null).status()).isEqualTo(201);
  }

  @Test
  void refusesAnotherStoresBodyAndQuery() {
    String body = "{\"table_no\":4,\"total_price\":1500,\"payment_type\":\"card\",\"store_id\":%d}";
    Answer foreign = till.post("/sales", body.formatted(till.store() + 1), null);
    foreign.requireProblem(403, "STORE_MISMATCH");
    assertThat(till.post("/sales", body.formatted(till.store()), null).status()).isEqualTo(200);
    assertThat(till.get("/sales?store_id=" + till.store()).status()).isEqualTo(200);
    assertThat(till.get("/sales?store_id=x").status()).isEqualTo(403);
  }

  @Test
  void refusesAHugeBody() {
    Answer answer = till.post("/sales", "{\"x\":\"" + "x".repeat(2_000_000) + "\"}", null);
    answer.requireProblem(413, "CONTENT_TOO_LARGE");
  }
}
