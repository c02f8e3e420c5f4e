package com.salesync.e2e.torture.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Outcome;
import com.salesync.e2e.torture.plan.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTest {

  @Test
  void whatWasUnknownIsKnownOnceARepeatIsAnswered() {
    assertThat(call(lost(0), done(10)).result()).isEqualTo(Result.OK);
    assertThat(call(lost(0), refused(10)).result()).isEqualTo(Result.REFUSED);
    assertThat(call(lost(0)).result()).isEqualTo(Result.UNKNOWN);
    assertThat(call(lost(0), unavailable(10)).result()).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void a503DidNothingSoThatItsCallBeginsWithTheNextAttempt() {
    Call call = call(unavailable(0), done(10));
    assertThat(call.began()).isEqualTo(10);
    assertThat(call.ended()).isEqualTo(15);
    assertThat(call(unavailable(0)).result()).isEqualTo(Result.REFUSED);
  }

  @Test
  void itMayHappenFromTheFirstAttemptUntilTheFirstSuccess() {
    Call call = call(lost(0), done(10), done(8));
    assertThat(call.began()).isZero();
    assertThat(call.ended()).isEqualTo(13);
    assertThat(call(lost(0)).ended()).isEqualTo(Call.NEVER);
  }

  @Test
  void aLimitIsNoRefusalOfWhatWasAsked() {
    Call call = call(new Attempt(0, 5, Outcome.REFUSED, 429, "", ""), done(10));
    assertThat(call.result()).isEqualTo(Result.OK);
    assertThat(call.began()).isEqualTo(10);
  }

  @Test
  void whoIsNotLetInLearnsNothingOfWhatWasAskedBefore() {
    Attempt stranger = new Attempt(10, 15, Outcome.REFUSED, 401, "", "");
    assertThat(call(stranger).result()).isEqualTo(Result.REFUSED);
    assertThat(call(lost(0), stranger).result()).isEqualTo(Result.UNKNOWN);
  }

  private static Call call(Attempt... attempts) {
    return new Call(
        1, new Asked(Kind.PLACE, 0, "s", "POST", "/", "k", Map.of()), List.of(attempts));
  }

  private static Attempt lost(long at) {
    return new Attempt(at, at + 5, Outcome.UNANSWERED, 0, "", "");
  }

  private static Attempt done(long at) {
    return new Attempt(at, at + 5, Outcome.DONE, 200, "{}", "");
  }

  private static Attempt refused(long at) {
    return new Attempt(at, at + 5, Outcome.REFUSED, 400, "{}", "");
  }

  private static Attempt unavailable(long at) {
    return new Attempt(at, at + 5, Outcome.UNAVAILABLE, 503, "{}", "");
  }
}
