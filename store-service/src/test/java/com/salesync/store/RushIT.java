package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import com.salesync.common.test.ServiceTest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Two hundred log in at once: each is answered in turn, or told at once how long to wait. */
@ServiceTest
class RushIT {

  private static final int CALLERS = 200;

  private final RestTestClient client;
  private final String username = Till.newUsername();

  RushIT(RestTestClient client) {
    this.client = client;
    Till.somewhere(client).signUp(username).is(201);
  }

  private record Timed(Answer answer, long nanos) {

    static Timed of(Till till, String username) {
      long start = System.nanoTime();
      Answer answer = till.logIn(username, Till.PASSWORD);
      return new Timed(answer, System.nanoTime() - start);
    }

    boolean isServed() {
      return answer.status() == 200;
    }
  }

  @Test
  void answersInTurnOrTellsHowLongToWait() {
    List<Till> tills = IntStream.range(0, CALLERS).mapToObj(i -> Till.somewhere(client)).toList();

    List<Timed> answers = Parallel.times(CALLERS, i -> Timed.of(tills.get(i), username));

    List<Timed> told = answers.stream().filter(answer -> !answer.isServed()).toList();
    long longestServed =
        answers.stream().filter(Timed::isServed).mapToLong(Timed::nanos).max().orElseThrow();
    assertThat(told)
        .allSatisfy(
            one -> {
              one.answer().isProblem(429, "PASSWORDS_BUSY");
              assertThat(Integer.parseInt(one.answer().headers().getFirst("Retry-After")))
                  .isPositive();
              assertThat(one.nanos()).isLessThan(longestServed);
            });
  }

  @Test
  void servesAnAddressThatAsksOnceBeforeTheRestOfOneThatAsksOften() {
    Till crowd = Till.somewhere(client);
    Till owner = Till.somewhere(client);
    int often = 40;

    List<Timed> answers =
        Parallel.times(
            often + 1,
            i -> Timed.of(i == often ? owner : crowd, i == often ? username : Till.newUsername()));

    Timed single = answers.get(often);
    assertThat(single.answer().status()).isEqualTo(200);
    assertThat(single.nanos())
        .isLessThan(
            answers.stream().map(Timed::nanos).max(Comparator.naturalOrder()).orElseThrow() / 2);
  }
}
