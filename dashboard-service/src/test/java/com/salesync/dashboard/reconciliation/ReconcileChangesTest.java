package com.salesync.dashboard.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.invariant.Finding;
import com.salesync.common.invariant.Look;
import com.salesync.common.security.Tenant;
import com.salesync.dashboard.client.AskedDays;
import com.salesync.dashboard.client.OrderServiceClient;
import com.salesync.dashboard.client.SaleServiceClient;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which days count as differing, in the records of two services that are asked in turn. */
class ReconcileChangesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final Finding FOUND = new Finding(5, DAY.toString());

  private final Orders orders = new Orders();
  private final Sales sales = new Sales();
  private final ReconcileChanges reconcile =
      new ReconcileChanges(new Reconciliation(sales, orders));

  @Test
  void findsTheSameDifferenceInTwoLooks() {
    sales.say(sold(2, 50_000, 0, 77));
    orders.say(paid(1, 30_000, 30_000, 70));
    assertThat(lookAt()).containsExactly(FOUND);
  }

  @Test
  void findsNothingWhereAllAgree() {
    sales.say(sold(2, 50_000, 0, 77));
    orders.say(paid(2, 50_000, 50_000, 77));
    assertThat(lookAt()).isEmpty();
  }

  @Test
  void findsAmountsExchangedBetweenSales() {
    sales.say(sold(2, 50_000, 0, 77));
    orders.say(paid(2, 50_000, 50_000, 76));
    assertThat(lookAt()).containsExactly(FOUND);
  }

  @Test
  void findsReportsThatAreBehind() {
    sales.say(sold(2, 50_000, 0, 77));
    orders.say(paid(2, 50_000, 45_000, 77));
    assertThat(lookAt()).containsExactly(FOUND);
  }

  @Test
  void takesADifferenceThatChangesForSalesInBetween() {
    sales.say(sold(2, 50_000, 0, 77));
    orders.say(paid(3, 60_000, 60_000, 90), paid(4, 70_000, 70_000, 110));
    assertThat(lookAt()).isEmpty();
  }

  @Test
  void takesADifferenceThatIsGoneForSalesInBetween() {
    sales.say(sold(2, 50_000, 0, 77));
    orders.say(paid(3, 60_000, 60_000, 90), paid(2, 50_000, 50_000, 77));
    assertThat(lookAt()).isEmpty();
  }

  @Test
  void letsPaymentsUnderWayExplainANewDifference() {
    sales.say(sold(1, 20_000, 1, 1));
    orders.say(paid(2, 50_000, 50_000, 2));
    assertThat(lookAt()).isEmpty();
  }

  @Test
  void letsPaymentsUnderWayExplainNothingThatStood() {
    sales.say(sold(1, 20_000, 1, 1), sold(1, 20_000, 2, 1));
    orders.say(paid(2, 50_000, 50_000, 2), paid(3, 60_000, 60_000, 9));
    assertThat(lookAt(FOUND)).containsExactly(FOUND);
  }

  @Test
  void endsWhatStoodOnceNothingDiffers() {
    sales.say(sold(2, 50_000, 0, 77));
    orders.say(paid(2, 50_000, 50_000, 77));
    assertThat(lookAt(FOUND)).isEmpty();
  }

  @Test
  void countsADayThatNeitherNamesAsMended() {
    assertThat(lookAt(FOUND)).isEmpty();
  }

  private List<Finding> lookAt(Finding... standing) {
    return List.copyOf(reconcile.findings(new Look(Instant.EPOCH, Set.of(standing))));
  }

  private static SaleServiceClient.DayTotal sold(
      long count, long total, long pending, long checksum) {
    return new SaleServiceClient.DayTotal(5, DAY, count, amount(total), pending, amount(checksum));
  }

  private static OrderServiceClient.DayTotal paid(
      long count, long total, long reported, long checksum) {
    return new OrderServiceClient.DayTotal(
        5, DAY, count, amount(total), amount(reported), amount(checksum));
  }

  private static BigInteger amount(long amount) {
    return BigInteger.valueOf(amount);
  }

  /** Says one after the other, and the last again and again. */
  private static final class Script<T> {

    private List<T> left = List.of();

    void say(List<T> answers) {
      left = answers;
    }

    List<T> next() {
      List<T> next = left.subList(0, Math.min(1, left.size()));
      left = left.subList(left.size() > 1 ? 1 : 0, left.size());
      return next;
    }
  }

  private static final class Sales implements SaleServiceClient {

    private final Script<DayTotal> script = new Script<>();

    void say(DayTotal... answers) {
      script.say(List.of(answers));
    }

    @Override
    public DayTotals dayTotalsOfAnyStore(AskedDays question) {
      return new DayTotals(script.next());
    }

    @Override
    public DayTotals dayTotals(Tenant tenant, AskedDays question) {
      throw new UnsupportedOperationException();
    }

    @Override
    public DailyTotals dailyTotals(Tenant tenant, LocalDate start, LocalDate end) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Orders implements OrderServiceClient {

    private final Script<DayTotal> script = new Script<>();

    void say(DayTotal... answers) {
      script.say(List.of(answers));
    }

    @Override
    public DayTotals dayTotalsOfAnyStore(AskedDays question) {
      return new DayTotals(script.next());
    }

    @Override
    public DayTotals dayTotals(Tenant tenant, AskedDays question) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Volumes volumes(Tenant tenant, LocalDate start, LocalDate end) {
      throw new UnsupportedOperationException();
    }
  }
}
