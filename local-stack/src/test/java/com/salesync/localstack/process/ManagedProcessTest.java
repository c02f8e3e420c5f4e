package com.salesync.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.Readiness.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

  private static final Set<Thread.State> WAITS =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir private Path folder;

  private final int port = new Ports(true).take(0);
  private final List<State> states = new CopyOnWriteArrayList<>();
  private final Map<String, String> environment = new ConcurrentHashMap<>();
  private ManagedProcess process;

  @AfterEach
  void leaveNothingRunning() {
    if (process != null) {
      process.halt();
    }
  }

  @Test
  void isReadyOnceItAnswers() {
    start(() -> FakeService.launch(Integer.toString(port), environment));

    awaitState(State.READY);
    assertThat(states).containsExactly(State.STARTING, State.READY);
    assertThat(process.pid()).isPresent();
    assertThat(process.startTook()).isPositive();
  }

  @Test
  void isStartedAgainWhenItIsKilled() {
    start(() -> FakeService.launch(Integer.toString(port), environment));
    awaitState(State.READY);
    long first = process.pid().orElseThrow();

    process.kill();

    await().atMost(GRACE).until(() -> process.restarts() == 1 && process.state() == State.READY);
    assertThat(process.pid().orElseThrow()).isNotEqualTo(first);
    assertThat(states)
        .containsExactly(
            State.STARTING, State.READY, State.RESTARTING, State.STARTING, State.READY);
  }

  @Test
  void staysDownWhenItIsStopped() {
    start(() -> FakeService.launch(Integer.toString(port), environment));
    awaitState(State.READY);
    ProcessHandle running = ProcessHandle.of(process.pid().orElseThrow()).orElseThrow();

    process.stop(GRACE);

    assertThat(running.isAlive()).isFalse();
    assertThat(process.state()).isEqualTo(State.STOPPED);
    assertThat(process.restarts()).isZero();
    assertThat(process.exitCode()).hasValue(143);
  }

  @Test
  void waitsTwiceAsLongAfterEachDeathInARowUpToHalfAMinute() {
    ManagedProcess mayfly = mayfly();
    Duration lifetime = Duration.ofSeconds(1);

    assertThat(mayfly.pauseAfter(lifetime)).isEqualTo(Duration.ofMillis(500));
    assertThat(mayfly.pauseAfter(lifetime)).isEqualTo(Duration.ofSeconds(1));
    assertThat(mayfly.pauseAfter(lifetime)).isEqualTo(Duration.ofSeconds(2));
    for (int i = 0; i < 10; i++) {
      mayfly.pauseAfter(lifetime);
    }
    assertThat(mayfly.pauseAfter(lifetime)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void forgetsTheDeathsOnceItLivedForAWhile() {
    ManagedProcess mayfly = mayfly();
    mayfly.pauseAfter(Duration.ofSeconds(1));
    mayfly.pauseAfter(Duration.ofSeconds(1));

    assertThat(mayfly.pauseAfter(Duration.ofSeconds(20))).isEqualTo(Duration.ofMillis(500));
    assertThat(mayfly.pauseAfter(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
  }

  private static ManagedProcess mayfly() {
    Launch launch = new Launch(List.of("true"), Map.of());
    return new ManagedProcess(
        "mayfly", () -> launch, one -> Answer.READY, Path.of("log"), changed -> {});
  }

  /** What is written down of its end, such as where its data end, is written in peace. */
  @Test
  void doesNotInterruptWhoeverNotesThatItHasStopped() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch noted = new CountDownLatch(1);
    AtomicReference<String> wayOfNoting = new AtomicReference<>("not at all");
    Launch launch = new Launch(List.of("sleep", "60"), Map.of());
    process =
        new ManagedProcess(
            "short-lived",
            () -> launch,
            one -> {
              throw new StackFailure("hopeless");
            },
            folder.resolve("log"),
            changed -> {
              if (changed.state() == State.STOPPED) {
                stopped.countDown();
                try {
                  noted.await();
                  wayOfNoting.set("in peace");
                } catch (InterruptedException e) {
                  wayOfNoting.set("interrupted");
                }
              }
            });
    process.start();
    stopped.await();

    Thread stopping = Thread.ofPlatform().start(() -> process.stop(GRACE));
    await().until(() -> WAITS.contains(stopping.getState()));
    noted.countDown();
    stopping.join();

    assertThat(wayOfNoting).hasValue("in peace");
  }

  @Test
  void canBeStoppedWhileItWaitsForItsNextStart() {
    start(() -> FakeService.launch("die", environment));
    await().atMost(GRACE).until(() -> process.restarts() >= 2);

    process.stop(GRACE);

    assertThat(process.state()).isEqualTo(State.STOPPED);
    int restarts = process.restarts();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(GRACE)
        .until(() -> process.restarts() == restarts && process.pid().isEmpty());
  }

  @Test
  void isStartedAgainWithChangedSettings() throws Exception {
    start(() -> FakeService.launch(Integer.toString(port), environment));
    awaitState(State.READY);

    environment.put("GREETING", "hello again");
    process.halt();
    process.start();
    awaitState(State.READY);

    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(url()).build();
      assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("hello again");
    }
  }

  @Test
  void tellsWhyItWillNeverBeReady() {
    process =
        new ManagedProcess(
            "fake",
            () -> FakeService.launch(Integer.toString(port), environment),
            one -> {
              throw new StackFailure("wrong password");
            },
            folder.resolve("fake.log"),
            changed -> {});
    process.start();

    await().atMost(GRACE).until(() -> process.failure().isPresent());
    assertThat(process.failure())
        .get()
        .extracting(Throwable::getMessage)
        .isEqualTo("wrong password");
    await().atMost(GRACE).until(() -> process.pid().isEmpty());
  }

  @Test
  void isNotReadyWhileAnotherProcessAnswersInItsPlace() {
    ManagedProcess other =
        new ManagedProcess(
            "other",
            () -> FakeService.launch(Integer.toString(port), environment),
            Readiness.http(url()),
            folder.resolve("other.log"),
            changed -> {});
    other.start();
    await().atMost(GRACE).until(() -> other.state() == State.READY);
    int elsewhere = new Ports(true).take(0);

    try {
      start(() -> FakeService.launch(Integer.toString(elsewhere), environment));

      await()
          .during(Duration.ofSeconds(2))
          .atMost(GRACE)
          .until(() -> process.state() == State.STARTING);
    } finally {
      other.halt();
    }
  }

  @Test
  void isFrozenWhileItRunsWithoutAnswering() throws Exception {
    start(() -> FakeService.launch(Integer.toString(port), environment));
    awaitState(State.READY);

    process.signal("STOP");
    await().atMost(Duration.ofSeconds(20)).until(() -> process.state() == State.FROZEN);
    assertThat(ProcessId.isStopped(ProcessHandle.of(process.pid().orElseThrow()).orElseThrow()))
        .isTrue();
    assertThat(process.restarts()).isZero();

    assertThat(process.takesWork()).isFalse();

    process.signal("CONT");
    awaitState(State.READY);
    assertThat(states).containsExactly(State.STARTING, State.READY, State.FROZEN, State.READY);
    assertThat(process.before()).isEqualTo(State.FROZEN);
  }

  @Test
  void takesNoWorkWhileItSaysThatItIsNotReadyOrIsToldToEnd() {
    AtomicReference<Answer> answer = new AtomicReference<>(Answer.READY);
    process =
        new ManagedProcess(
            "fake",
            () -> FakeService.launch(Integer.toString(port), environment),
            one -> answer.get(),
            folder.resolve("fake.log"),
            changed -> {});
    assertThat(process.takesWork()).isFalse();
    process.start();
    awaitState(State.READY);
    assertThat(process.takesWork()).isTrue();

    answer.set(Answer.UNREADY);
    await().atMost(GRACE).until(() -> !process.takesWork());
    assertThat(process.state()).isEqualTo(State.READY);

    answer.set(Answer.READY);
    await().atMost(GRACE).until(process::takesWork);
    process.signal("STOP");
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      other.execute(() -> process.stop(GRACE));
      await().atMost(GRACE).until(() -> !process.takesWork());
      assertThat(process.pid()).isPresent();
      process.signal("CONT");
    }
    assertThat(process.takesWork()).isFalse();
  }

  private void start(Supplier<Launch> launch) {
    process =
        new ManagedProcess(
            "fake",
            launch,
            Readiness.http(url()),
            folder.resolve("fake.log"),
            changed -> states.add(changed.state()));
    process.start();
  }

  private void awaitState(State state) {
    await().atMost(GRACE).until(() -> process.state() == state);
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }
}
