package com.salesync.e2e.torture.check;

import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.history.Attempt;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.search.Operation;
import com.salesync.e2e.torture.search.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The password that was set last opens a shop, and no other does. */
final class PasswordsRule implements Rule {

  private static final String NAME = "passwords";
  private static final String NUMBER = "password";
  private static final int FIRST = 0;

  @Override
  public List<Finding> findings(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (int shop : evidence.shops().keySet()) {
      List<Operation<Long>> operations = new ArrayList<>();
      evidence.calls().stream()
          .filter(call -> call.asked().shop() == shop && call.asked().has(NUMBER))
          .forEach(call -> operation(call).ifPresent(operations::add));
      Search.unexplained((long) FIRST, operations)
          .ifPresent(what -> findings.add(new Finding(NAME, "shop %d: %s".formatted(shop, what))));
    }
    return findings;
  }

  private static Optional<Operation<Long>> operation(Call call) {
    long number = call.asked().number(NUMBER);
    return switch (call.asked().kind()) {
      case CHANGE_PASSWORD ->
          call.result() == Result.REFUSED
              ? Optional.empty()
              : Optional.of(
                  operation(call, call.result() == Result.UNKNOWN, state -> List.of(number)));
      case LOG_IN, CHECK_PASSWORD -> {
        if (call.result() == Result.OK) {
          yield Optional.of(seen(call, state -> state == number));
        }
        yield saysWrong(call)
            ? Optional.of(seen(call, state -> state != number))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static boolean saysWrong(Call call) {
    int status = call.refusal().map(Attempt::status).orElse(0);
    return call.result() == Result.REFUSED && (status == 400 || status == 200);
  }

  private static Operation<Long> seen(Call call, Predicate<Long> when) {
    return operation(call, false, state -> when.test(state) ? List.of(state) : List.of());
  }

  private static Operation<Long> operation(
      Call call, boolean optional, Function<Long, List<Long>> apply) {
    return new Operation<>(Evidence.describe(call), call.began(), call.ended(), optional, apply);
  }
}
