package com.salesync.common.neighbour;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.security.Tenant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.service.annotation.GetExchange;

class CallerTest {

  interface Known {
    @GetExchange("/user")
    void user(UserHeaders user);

    @GetExchange("/store")
    void store(Tenant tenant);

    @ActingForNoStore
    @GetExchange("/none")
    void none();

    @ActingForNoStore(onlyToAskForEndedSessions = true)
    @GetExchange("/ended")
    void ended();

    @WithoutToken
    @GetExchange("/open")
    void open();
  }

  interface Unknown {
    @GetExchange("/")
    void ask();
  }

  interface Ambiguous {
    @GetExchange("/")
    void ask(UserHeaders user, Tenant tenant);
  }

  interface Contradictory {
    @ActingForNoStore
    @GetExchange("/")
    void ask(Tenant tenant);
  }

  static List<Class<?>> refused() {
    return List.of(Unknown.class, Ambiguous.class, Contradictory.class);
  }

  @Test
  void acceptsEachWayToSayWhoCalls() {
    assertThatCode(() -> Caller.requireKnown(Known.class)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesAClientThatLeavesOpenWhoCalls(Class<?> client) {
    assertThatThrownBy(() -> Caller.requireKnown(client))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ask");
  }
}
