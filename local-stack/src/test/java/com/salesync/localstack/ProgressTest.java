package com.salesync.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.localstack.Progress.Mark;
import com.salesync.localstack.process.Launch;
import com.salesync.localstack.process.ManagedProcess;
import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Mark BEGUN = new Mark(State.STARTING, true, 0, 10, Duration.ofSeconds(1));

  private final ManagedProcess one = process("one");
  private final ManagedProcess other = process("other");
  private final Map<ManagedProcess, Mark> marks = new HashMap<>(Map.of(one, BEGUN, other, BEGUN));
  private final Progress progress = new Progress(List.of(one, other), marks::get);
  private Instant now = Instant.EPOCH;

  @Test
  void aStartThatGetsOnMayTakeHowLongItWill() {
    for (int minutes = 1; minutes <= 60; minutes++) {
      marks.put(
          other,
          minutes % 2 == 0
              ? new Mark(State.STARTING, true, 0, 10 + minutes, Duration.ofSeconds(minutes))
              : new Mark(State.STARTING, true, 0, 9 + minutes, Duration.ofSeconds(minutes + 2)));
      assertThat(hasStoppedAfter(Duration.ofMinutes(1))).as("minute %d", minutes).isFalse();
    }
  }

  @Test
  void aStartThatHangsIsGivenUp() {
    assertThat(progress.hasStopped(now)).isFalse();
    assertThat(hasStoppedAfter(Progress.PATIENCE)).isFalse();

    marks.put(one, new Mark(State.STARTING, true, 0, 10, Duration.ofMillis(1_900)));
    assertThat(hasStoppedAfter(Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void whatIsReadyAlreadyIsNoProgressOfTheOthers() {
    marks.put(other, new Mark(State.READY, true, 0, 10, Duration.ofSeconds(1)));
    assertThat(progress.hasStopped(now)).isFalse();

    marks.put(other, new Mark(State.READY, true, 0, 99, Duration.ofSeconds(99)));
    assertThat(hasStoppedAfter(Progress.PATIENCE.plusSeconds(1))).isTrue();
  }

  @Test
  void whatTheLauncherItselfPreparesIsProgress() {
    marks.put(other, new Mark(State.STOPPED, false, 0, 0, Duration.ZERO));
    assertThat(progress.hasStopped(now)).isFalse();
    assertThat(hasStoppedAfter(Duration.ofMinutes(10))).isFalse();
  }

  private boolean hasStoppedAfter(Duration time) {
    now = now.plus(time);
    return progress.hasStopped(now);
  }

  private static ManagedProcess process(String name) {
    return new ManagedProcess(
        name,
        () -> new Launch(List.of("true"), Map.of()),
        process -> Readiness.Answer.UNREADY,
        Path.of("log"),
        changed -> {});
  }
}
