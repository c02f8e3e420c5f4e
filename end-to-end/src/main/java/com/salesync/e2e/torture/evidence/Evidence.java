package com.salesync.e2e.torture.evidence;

import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Period;
import com.salesync.e2e.torture.plan.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All that a run leaves behind.
 *
 * @param shops by their number
 */
public record Evidence(List<Call> calls, List<Period> faults, Map<Integer, ShopState> shops) {

  public Evidence {
    calls = List.copyOf(calls);
    faults = List.copyOf(faults);
    shops = Map.copyOf(shops);
  }

  public ShopState shop(int number) {
    return Objects.requireNonNull(shops.get(number));
  }

  public Stream<Call> calls(int shop, Kind kind) {
    return calls.stream()
        .filter(call -> call.asked().kind() == kind && call.asked().shop() == shop);
  }

  /** Whether any fault was at work, or being recovered from, in this time. */
  public boolean isDisturbed(long from, long until) {
    return faults.stream().anyMatch(fault -> fault.began() < until && fault.healthy() > from);
  }

  /** A call for a person. */
  public static String describe(Call call) {
    return "#%d %s %s %s %s [%.3f-%s s] %s %s"
        .formatted(
            call.number(),
            call.asked().kind().label(),
            call.asked().session(),
            call.asked().path(),
            call.asked().about(),
            call.began() / 1e9,
            call.ended() == Call.NEVER ? "?" : "%.3f".formatted(call.ended() / 1e9),
            call.result(),
            call.attempts().stream().map(each -> each.outcome() + "/" + each.status()).toList());
  }
}
