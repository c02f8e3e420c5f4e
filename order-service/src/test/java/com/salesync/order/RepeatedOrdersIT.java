package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.retention.DeleteOldRows;
import com.salesync.common.test.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a published client, which sends no key, places once though it asks for it again. */
@OrderServiceTest
class RepeatedOrdersIT {

  private final Shop shop;
  private final Shop otherTill;
  private final SettableClock clock;
  private final DeleteOldRows old;
  private final long beer;
  private final long cola;

  RepeatedOrdersIT(RestTestClient client, SettableClock clock, DeleteOldRows old) {
    shop = new Shop(client);
    otherTill = shop.ofAnotherSession();
    this.clock = clock;
    this.old = old;
    beer = shop.offer("Beer", 5_000);
    cola = shop.offer("Cola", 3_000);
  }

  @AfterEach
  void goOnInRealTime() {
    clock.reset();
  }

  private Answer placeBeer() {
    return shop.post(Shop.order(1, beer, 1)).hasStatus(200);
  }

  @Test
  void sevenAnswersLostOverNineteenSecondsAreOneOrder() {
    Answer first = placeBeer();
    for (int lost = 1; lost < 7; lost++) {
      clock.advance(Duration.ofMillis(19_000 / 6));
      assertThat(placeBeer().body()).isEqualTo(first.body());
    }
    assertThat(shop.linesOf(1)).isEqualTo("Beer x 1");
    clock.advance(Duration.ofSeconds(11));
    placeBeer();
    assertThat(shop.linesOf(1)).isEqualTo("Beer x 2");
  }

  @Test
  void whatTookEffectAfterItsDeadlineIsRepeatedForTwoMinutes() throws SQLException {
    Database.delayNewOrders(shop.id, Duration.ofMillis(3_500));
    try {
      shop.post(
              Shop.order(1, beer, 1),
              Deadline.HEADER,
              Long.toString(System.currentTimeMillis() + 3_000))
          .hasStatus(200);
    } finally {
      Database.delayNone();
    }
    clock.advance(Duration.ofSeconds(100));
    placeBeer();
    assertThat(shop.linesOf(1)).isEqualTo("Beer x 1");
    clock.advance(Duration.ofSeconds(30));
    placeBeer();
    assertThat(shop.linesOf(1)).isEqualTo("Beer x 2");
  }

  @Test
  void twoSessionsThatPlaceTheSameOrderBothOfIt() {
    placeBeer();
    otherTill.post(Shop.order(1, beer, 1)).hasStatus(200);
    placeBeer();
    otherTill.post(Shop.order(1, beer, 1)).hasStatus(200);
    assertThat(shop.linesOf(1)).isEqualTo("Beer x 2");
  }

  @Test
  void aRepeatGetsTheFirstAnswerWhateverOthersHaveWrittenSince() {
    Answer first = placeBeer();
    otherTill.post(Shop.order(1, cola, 1)).hasStatus(200);
    otherTill.put(Shop.order(1, beer, 1, cola, 2)).hasStatus(200);
    assertThat(placeBeer().body()).isEqualTo(first.body());
    assertThat(shop.linesOf(1)).isEqualTo("Beer x 1, Cola x 2");
  }

  @Test
  void aRepeatAsksForNoPrice() {
    Answer first = placeBeer();
    shop.reprice(beer, "Beer", 6_000);
    assertThat(placeBeer().body()).isEqualTo(first.body());
    assertThat(shop.unpaid(1).number("/total_price")).isEqualTo(5_000);
  }

  @Test
  void whatASessionWritesAtAnotherTableIsNoReasonToPlaceAgain() {
    placeBeer();
    shop.post(Shop.order(2, cola, 1)).hasStatus(200);
    shop.put(Shop.order(2, cola, 2)).hasStatus(200);
    placeBeer();
    assertThat(shop.linesOf(1)).isEqualTo("Beer x 1");
  }

  @Test
  void anotherTillsCancellationEndsTheChanceOfARepeat() {
    Answer first = placeBeer();
    otherTill.cancel(1).hasStatus(200);
    assertThat(placeBeer().number("/order_id")).isNotEqualTo(first.number("/order_id"));
  }

  @Test
  void whatWasPlacedLongAgoIsNotKept() {
    placeBeer();
    clock.advance(Duration.ofHours(23));
    old.deleteOldRows();
    assertThat(placements()).isEqualTo("1");
    clock.advance(Duration.ofHours(2));
    old.deleteOldRows();
    assertThat(placements()).isEqualTo("0");
  }

  private String placements() {
    return Database.rows("select count(*) from placements where store_id = " + shop.id).getFirst();
  }
}
