package com.salesync.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private static final ClientAddress STREET = ClientAddress.of("203.0.113.1");
  private static final ClientAddress ELSEWHERE = ClientAddress.of("198.51.100.1");
  private static final long PIZZA = 1;
  private static final long CHICKEN = 2;

  private final AtomicLong nanos = new AtomicLong();
  private final RateLimits limits =
      new RateLimits(
          new RateLimitProperties(
              new RateLimitProperties.Anonymous(2, 1),
              new RateLimitProperties.Address(8, 1),
              new RateLimitProperties.Store(4, 1),
              100),
          nanos::get);

  @Test
  void holdWhoeverHasNoTokenToLittle() {
    assertThat(anonymous(STREET, 20)).isEqualTo(2);
    assertThat(anonymous(ELSEWHERE, 20)).isEqualTo(2);
  }

  @Test
  void allowAStoreMoreAndCountItWhereverItCallsFrom() {
    assertThat(store(PIZZA, STREET, 3)).isEqualTo(3);
    assertThat(store(PIZZA, ELSEWHERE, 20)).isEqualTo(1);
  }

  @Test
  void holdAllStoresOfOneAddressToItsShare() {
    int passed = store(PIZZA, STREET, 4) + store(CHICKEN, STREET, 4);
    assertThat(passed).isEqualTo(8);
    assertThat(store(3, STREET, 20)).isZero();
    assertThat(store(4, ELSEWHERE, 1)).isEqualTo(1);
  }

  @Test
  void countStrangersAndStoresTogetherByAddress() {
    anonymous(STREET, 20);
    assertThat(store(PIZZA, STREET, 20)).as("the address has asked often enough").isZero();
  }

  @Test
  void sayHowLongToWaitAndMeanIt() {
    anonymous(STREET, 2);
    nanos.addAndGet(Duration.ofMillis(200).toNanos());
    Problem refused = refusal(STREET);
    assertThat(refused).isNotNull();
    assertThat(refused.status().value()).isEqualTo(429);
    assertThat(refused.retryAfterSeconds()).isEqualTo(1);
    nanos.addAndGet(Duration.ofMillis(800).toNanos());
    assertThat(refusal(STREET)).isNull();
  }

  @Test
  void areNeverLimitsThatAllowNothing() {
    assertThatThrownBy(
            () ->
                new RateLimits(
                    new RateLimitProperties(
                        new RateLimitProperties.Anonymous(0, 1),
                        new RateLimitProperties.Address(8, 1),
                        new RateLimitProperties.Store(4, 1),
                        100),
                    nanos::get))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private int anonymous(ClientAddress address, int times) {
    return passed(() -> limits.countAnonymousRequest(address), times);
  }

  private int store(long storeId, ClientAddress address, int times) {
    return passed(() -> limits.countRequestOfStore(storeId, address), times);
  }

  private @Nullable Problem refusal(ClientAddress address) {
    try {
      limits.countAnonymousRequest(address);
      return null;
    } catch (Problem refused) {
      return refused;
    }
  }

  private static int passed(Runnable request, int times) {
    int passed = 0;
    for (int i = 0; i < times; i++) {
      try {
        request.run();
        passed++;
      } catch (Problem refused) {
        assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
      }
    }
    return passed;
  }
}
