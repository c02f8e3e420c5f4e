package com.salesync.order.books;

/**
 * Names that build/Names.java must refuse (refused.txt) and, at the end, names that it must not.
 */
class OpenTabs {

  private static final String AGE = "salesync.books.age";

  void register(MeterRegistry metrics) {
    metrics.counter("payments.told").increment();
    Gauge.builder("turnstile.size", () -> 1).register(metrics);
  }

  interface Tab {}

  record Touched(long id) {}

  enum OrderBook {}

  record OrderEntry() {}

  record DayBalance() {}

  record TakingsOfDay() {}

  record Tally() {}

  record Expectation() {}

  record Verdict() {}

  record Opening() {}

  record FirstCall() {}

  class SaleLedger {}

  class WatchJobs {}

  class OrderWatch {}

  class KafkaNews {}

  class LetIn {}

  class Turn {}

  class Turnstile {}

  record Place(int number) {}

  class Entrance {}

  record Wish() {}

  class KnockLimit {}

  class Callers {}

  class CorsGate {}

  class OwnHeadersOnly {}

  class RequestCleaning {}

  class Patience {}

  class ForgetExpired {}

  class LivingName {}

  class Tidy {}

  class ReckonProfit {}

  class DearestItem {}

  class Allowed {

    private static final String COMPLETED = "salesync.orders.placed";

    class PlaceOrder {}

    class PlaceOrderController {}

    class OrderPlaced {}

    record Won(long amount) {}

    class Database {}

    record TableNo(int number) {}

    class RestaurantTable {}

    class BookedSales {}

    class OpeningHours {}

    class TakePayment {}

    class ReturnedLine {}

    class StopwatchTest {}

    class CallersKeys {}

    void register(MeterRegistry metrics) {
      metrics.timer("order.place_order").record(() -> {});
      Gauge.builder("sales.won", () -> 1).register(metrics);
    }
  }
}
