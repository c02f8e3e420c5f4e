package com.salesync.common.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.deadline.DeadlineAccessor;
import com.salesync.common.outcome.Effects;
import com.salesync.common.sample.SampleApplication;
import com.salesync.common.security.Tenant;
import com.salesync.common.test.ServiceProcess;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.time.BusinessDays;
import com.salesync.common.web.RequestIdFilter;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import org.springframework.web.service.registry.ImportHttpServices;

/** A service's clients of another one, made from its configuration alone. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(NeighbourGroupsIT.Clients.class)
class NeighbourGroupsIT {

  private static final Duration READ = Duration.ofSeconds(10);

  private static final OtherService OTHER = OtherService.start();

  private final Neighbour neighbour;
  private final Neighbour hasty;
  private final Neighbour nobody;
  private final JwtDecoder verifier;
  private final TransactionOperations transactions;

  NeighbourGroupsIT(
      HttpServiceProxyRegistry clients, JwtDecoder verifier, TransactionOperations transactions) {
    this.transactions = transactions;
    this.neighbour = clients.getClient("item", Neighbour.class);
    this.hasty = clients.getClient("item-hasty", Neighbour.class);
    this.nobody = clients.getClient("order", Neighbour.class);
    this.verifier = verifier;
  }

  @TestConfiguration
  @ImportHttpServices(group = "item", types = Neighbour.class)
  @ImportHttpServices(group = "item-hasty", types = Neighbour.class)
  @ImportHttpServices(group = "order", types = Neighbour.class)
  static class Clients {}

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry properties) throws IOException {
    int nobody = ServiceProcess.freePort();
    properties.add("ITEM_BASE_URL", OTHER::url);
    properties.add("ORDER_BASE_URL", () -> "http://localhost:" + nobody);
    properties.add("spring.http.serviceclient.item-hasty.base-url", OTHER::url);
    properties.add("spring.http.serviceclient.item-hasty.read-timeout", () -> "300ms");
    properties.add("spring.http.clients.read-timeout", () -> "10s");
  }

  @Test
  void writesDatesAsEveryServiceReadsThem() {
    assertThat(neighbour.on(LocalDate.of(2026, 11, 9)).query()).isEqualTo("day=2026-11-09");
  }

  @Test
  void asksNobodyInATransaction() {
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    status -> neighbour.on(LocalDate.of(2026, 11, 9))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("in a transaction");
  }

  @Test
  void passesTheRequestIdOnOverHttp11() {
    MDC.put(RequestIdFilter.MDC_KEY, "till-7");
    try {
      Neighbour.Answer answer = neighbour.answer("good");
      assertThat(answer.requestId()).isEqualTo("till-7");
      assertThat(answer.protocol()).isEqualTo("HTTP/1.1");
    } finally {
      MDC.remove(RequestIdFilter.MDC_KEY);
    }
  }

  @Test
  void callsAsTheUser() {
    Neighbour.Answer answer = neighbour.asUser(new UserHeaders("Bearer mine", "en"));

    assertThat(answer.authorization()).isEqualTo("Bearer mine");
    assertThat(answer.language()).isEqualTo("en");
    assertThat(neighbour.asUser(new UserHeaders(null, null)).authorization()).isNull();
  }

  @Test
  void callsAsTheServiceForAStore() {
    BusinessDays days = new BusinessDays(ZoneId.of("Asia/Tokyo"), LocalTime.of(5, 0));

    Jwt token = token(neighbour.actingFor(new Tenant(7, "recovery", days)));

    assertThat(token.getSubject()).isEqualTo("7");
    assertThat(token.getClaimAsString("scope")).isEqualTo("internal");
    assertThat(token.getClaimAsString("sid")).isEqualTo("sample-service");
    assertThat(token.getClaimAsString("zone")).isEqualTo("Asia/Tokyo");
    assertThat(token.getClaimAsString("day_start")).isEqualTo("05:00");
  }

  @Test
  void callsAsTheServiceForNoStore() {
    Jwt token = token(neighbour.actingForNoStore());

    assertThat(token.getSubject()).isNull();
    assertThat(token.getClaimAsString("scope")).isEqualTo("operator");
  }

  @Test
  void sendsNoTokenWhereNoneIsNeeded() {
    assertThat(neighbour.answer("good").authorization()).isNull();
  }

  private Jwt token(Neighbour.Answer answer) {
    assertThat(answer.authorization()).startsWith("Bearer ");
    return verifier.decode(answer.authorization().substring("Bearer ".length()));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 401, 403, 429})
  void callsAFailureOfTheNeighbourAnOutageAndAsksOnce(int status) {
    long before = OTHER.requests();

    outage(() -> neighbour.status(status));

    assertThat(OTHER.requests() - before).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409})
  void leavesARefusalToTheCaller(int status) {
    assertThatThrownBy(() -> neighbour.status(status))
        .isInstanceOfSatisfying(
            HttpClientErrorException.class,
            refusal -> assertThat(refusal.getStatusCode().value()).isEqualTo(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hangup", "cut", "garbage"})
  void callsAnAnswerThatIsNoneAnOutage(String how) {
    outage(() -> neighbour.answer(how));
    outage(() -> neighbour.ask(how, "{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "drip", "drip-headers"})
  void waitsAsLongAsItsGroupSays(String how) {
    long before = OTHER.requests();

    NeighbourUnavailable outage = assertTimeout(READ, () -> outage(() -> hasty.answer(how)));

    assertThat(outage.timedOut()).isTrue();
    assertThat(OTHER.requests() - before).isOne();
  }

  @Test
  void callsARefusedConnectionAnOutage() {
    NeighbourUnavailable outage = outage(() -> nobody.answer("good"));

    assertThat(outage.neighbour()).isEqualTo("order");
  }

  @Test
  void endsWithTheDeadlineOfTheRequestUnderWay() {
    before(
        Duration.ofMillis(700),
        () -> {
          NeighbourUnavailable outage =
              assertTimeout(Duration.ofSeconds(5), () -> outage(() -> neighbour.answer("silent")));
          assertThat(outage.timedOut()).isTrue();
        });
  }

  @Test
  void waitsAsLongAsTheRequestUnderWay() {
    before(Duration.ofSeconds(9), () -> assertThat(hasty.answer("late").query()).isNull());
  }

  @Test
  void tellsTheNeighbourToGiveUpALittleSooner() {
    assertThat(neighbour.answer("good").deadline()).isNull();
    before(
        Duration.ofMinutes(1),
        () -> {
          long end = System.currentTimeMillis() + Duration.ofMinutes(1).toMillis();
          assertThat(neighbour.answer("good").deadline()).isBetween(end - 30_000, end - 100);
        });
  }

  @Test
  void asksNobodyWhenNoTimeIsLeft() {
    long requests = OTHER.requests();

    before(Duration.ofMillis(100), () -> outage(() -> neighbour.change("good", "{}")));

    assertThat(OTHER.requests()).isEqualTo(requests);
  }

  private static void before(Duration end, Runnable work) {
    DeadlineAccessor current = new DeadlineAccessor();
    current.setValue(Deadline.in(end));
    try {
      work.run();
    } finally {
      current.setValue();
    }
  }

  @Test
  void repeatsAReadThatMetAClosedConnection() {
    neighbour.read("read");
    long before = OTHER.requests();

    assertThat(neighbour.read("read").query()).isNull();

    assertThat(OTHER.requests() - before).isEqualTo(2);
  }

  @Test
  void sendsAWriteOnce() {
    neighbour.write("write", "{}");
    long before = OTHER.requests();

    unknown(() -> neighbour.write("write", "{}"));

    assertThat(OTHER.requests() - before).isOne();
  }

  @Test
  void sendsAReplacementOnce() {
    neighbour.replace("replacement", "{}");
    long before = OTHER.requests();

    unknown(() -> neighbour.replace("replacement", "{}"));

    assertThat(OTHER.requests() - before).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hangup", "cut", "garbage", "silent", "drip", "drip-headers"})
  void doesNotKnowWhatBecameOfAWriteWithoutAnAnswer(String how) {
    effectsOf(
        () -> {
          unknown(() -> hasty.change(how, "{}"));
          assertThat(Effects.arePossible()).isTrue();
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 502, 503, 504})
  void doesNotKnowWhatBecameOfAWriteThatFailedWithoutAWordOfTheNeighbour(int status) {
    effectsOf(
        () -> {
          unknown(() -> neighbour.changeWith(status, "{}"));
          assertThat(Effects.arePossible()).isTrue();
        });
  }

  @Test
  void knowsThatAWriteWasNotDone() {
    effectsOf(
        () -> {
          outage(() -> nobody.change("good", "{}"));
          for (int status : new int[] {401, 403, 429, 503}) {
            outage(() -> neighbour.changeWithProblem(status, "{}"));
          }
          assertThatThrownBy(() -> neighbour.changeWith(409, "{}"))
              .isInstanceOf(HttpClientErrorException.class);
          neighbour.ask("good", "{}");
          assertThat(Effects.arePossible()).isFalse();

          neighbour.change("good", "{}");
          assertThat(Effects.arePossible()).isTrue();
        });
  }

  @Test
  void tellsTheNeighbourThatItIsAskedForAStepOfWhatHasBegun() {
    assertThat(neighbour.answer("good").underWay()).isNull();
    effectsOf(
        () -> {
          assertThat(neighbour.answer("good").underWay()).isNull();
          Effects.happened();
          assertThat(neighbour.answer("good").underWay()).isTrue();
        });
    Effects.ofRequest(true, () -> assertThat(neighbour.answer("good").underWay()).isTrue());
  }

  private static void effectsOf(Effects.Request<RuntimeException, RuntimeException> request) {
    Effects.ofRequest(false, request);
  }

  private static void unknown(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            NeighbourUnavailable.class,
            outage -> {
              assertThat(outage.isOutcomeUnknown()).isTrue();
              assertThat(outage.status().value()).isEqualTo(504);
              assertThat(outage.code()).isEqualTo("OUTCOME_UNKNOWN");
              assertThat(outage.retryAfterSeconds()).isPositive();
            });
  }

  private static NeighbourUnavailable outage(Runnable call) {
    Throwable thrown = catchThrowable(call::run);
    assertThat(thrown)
        .isInstanceOfSatisfying(
            NeighbourUnavailable.class,
            outage -> {
              assertThat(outage.status().value()).isEqualTo(503);
              assertThat(outage.retryAfterSeconds()).isEqualTo(2);
              assertThat(outage.neighbour()).isIn("item", "order");
              assertThat(outage).hasCauseInstanceOf(Exception.class);
            });
    return (NeighbourUnavailable) thrown;
  }
}
