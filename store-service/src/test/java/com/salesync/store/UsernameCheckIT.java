package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class UsernameCheckIT {

  private final Till till;

  UsernameCheckIT(RestTestClient client) {
    this.till = Till.somewhere(client);
  }

  @Test
  void tellsWhetherAUsernameIsFree() {
    String username = Till.newUsername();
    Answer free = till.get("/stores/check?username=" + username).is(200);
    assertThat(free.fields()).containsExactly("result", "message");
    assertThat(free.text("result")).isEqualTo("success");
    assertThat(free.text("message")).isEqualTo("사용 가능한 아이디입니다.");

    till.signUp(username);
    for (String same : List.of(username, username.toUpperCase())) {
      Answer taken = till.get("/stores/check?username=" + same).is(200);
      assertThat(taken.text("result")).isEqualTo("failed");
      assertThat(taken.text("message")).isEqualTo("이미 존재하는 아이디입니다.");
    }
    assertThat(
            till.get("/stores/check/?username=" + username, "Accept-Language", "en")
                .text("message"))
        .isEqualTo("This username is already taken.");
  }

  @Test
  void saysWhatIsWrongWithAUsernameToCheck() {
    assertThat(till.get("/stores/check").isProblem(400, "VALIDATION_FAILED").faults())
        .containsExactly("username");
    assertThat(till.get("/stores/check?username=").is(400).faults()).containsExactly("username");
    assertThat(till.get("/stores/check?username=" + "a".repeat(51)).is(400).faults())
        .containsExactly("username");
  }
}
