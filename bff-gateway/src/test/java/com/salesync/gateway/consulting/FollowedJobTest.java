package com.salesync.gateway.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.neighbour.UserHeaders;
import com.salesync.gateway.consulting.ConsultingServiceClient.Status;
import com.salesync.gateway.consulting.DashboardServiceClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

@Timeout(10)
class FollowedJobTest {

  private static final UserHeaders OWNER = new UserHeaders("Bearer token", "ko");
  private static final Status ACCEPTED = new Status("not completed", null, "accepted");
  private static final Status RUNNING = new Status("not completed", null, "running");
  private static final Status DONE = new Status("success", null, null);

  private final Deque<Supplier<Status>> statuses = new ArrayDeque<>();
  private final Deque<Supplier<Answer>> answers = new ArrayDeque<>();
  private final Events events = new Events();

  @Test
  void sendsEachStepOnce() throws Exception {
    statuses.addAll(List.of(() -> ACCEPTED, () -> RUNNING, () -> RUNNING, () -> DONE));
    answers.add(() -> new Answer("success", "상담 요청 조회 성공", "콜라를 두 배로"));
    follow(ACCEPTED);
    assertThat(events.names).containsExactly("accepted", "running", "answer");
    assertThat(events.notices.getLast())
        .isEqualTo(new ConsultingListener.Notice("r-1", "success", "상담 요청 조회 성공", "콜라를 두 배로"));
  }

  @Test
  void waitsForAnAnswerThatIsStillOnItsWay() throws Exception {
    answers.add(refusal(HttpStatus.NOT_FOUND));
    answers.add(() -> new Answer("not completed", null, null));
    answers.add(() -> new Answer("success", null, "text"));
    follow(DONE);
    assertThat(events.names).containsExactly("accepted", "running", "answer");
  }

  @Test
  void saysWhyAJobFailed() throws Exception {
    follow(new Status("failed", "컨설팅 요청 없음", null));
    assertThat(events.names).containsExactly("failed");
    assertThat(events.notices.getLast().message()).isEqualTo("컨설팅 요청 없음");
  }

  @Test
  void asksAgainAfterAnOutage() throws Exception {
    statuses.add(outage(HttpStatus.BAD_GATEWAY));
    statuses.add(() -> DONE);
    answers.add(outage(HttpStatus.SERVICE_UNAVAILABLE));
    answers.add(() -> new Answer("success", null, "text"));
    follow(ACCEPTED);
    assertThat(events.names).containsExactly("accepted", "running", "answer");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsWithTheSessionOfItsOwner(boolean whileTheAnswerIsRead) throws Exception {
    if (whileTheAnswerIsRead) {
      answers.add(outage(HttpStatus.UNAUTHORIZED));
      follow(DONE);
    } else {
      statuses.add(outage(HttpStatus.UNAUTHORIZED));
      follow(RUNNING);
    }
    assertThat(events.names).containsExactly("accepted", "running", "failed");
  }

  @Test
  void endsWhenItsQuestionIsRefused() throws Exception {
    statuses.add(refusal(HttpStatus.NOT_FOUND));
    follow(ACCEPTED);
    assertThat(events.names).containsExactly("accepted", "failed");
  }

  @Test
  void endsWhenTheStreamHasLastedItsLongest() throws Exception {
    statuses.add(() -> ACCEPTED);
    job(ACCEPTED, Duration.ofMillis(30)).follow(events);
    assertThat(events.names).containsExactly("accepted", "timeout");
    assertThat(events.silences).as("heartbeats").isPositive();
  }

  private void follow(Status first) throws IOException, InterruptedException {
    job(first, Duration.ofMinutes(10)).follow(events);
  }

  private FollowedJob job(Status first, Duration longest) {
    StreamProperties properties =
        new StreamProperties(Duration.ofMillis(1), Duration.ofMillis(2), longest, 1);
    return new FollowedJob(
        (user, reqId) -> next(statuses),
        (user, reqId) -> next(answers),
        OWNER,
        "r-1",
        first,
        properties,
        Clock.systemUTC());
  }

  /** Each in turn, the last one for ever. */
  private static <T> T next(Deque<Supplier<T>> script) {
    return (script.size() > 1 ? script.pop() : script.element()).get();
  }

  private static <T> Supplier<T> outage(HttpStatus status) {
    return () -> {
      throw new NeighbourUnavailable("consulting", new HttpServerErrorException(status));
    };
  }

  private static <T> Supplier<T> refusal(HttpStatus status) {
    return () -> {
      throw HttpClientErrorException.create(
          status, "", HttpHeaders.EMPTY, new byte[0], StandardCharsets.UTF_8);
    };
  }

  private static final class Events implements ConsultingListener {

    private final List<String> names = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private int silences;

    @Override
    public void on(String event, Notice notice) {
      names.add(event);
      notices.add(notice);
    }

    @Override
    public void onSilence() {
      silences++;
    }
  }
}
