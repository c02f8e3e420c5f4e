package com.salesync.e2e.torture.till;

import com.salesync.e2e.client.Answer;
import com.salesync.e2e.client.Client;
import com.salesync.e2e.client.Outcome;
import com.salesync.e2e.torture.history.Asked;
import com.salesync.e2e.torture.history.Attempt;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.History;
import com.salesync.e2e.torture.plan.Step.How;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Sends calls, repeats what may be repeated until it is known, and records all of it. */
public final class Caller {

  /** A client gives up then; longer than any fault lasts. */
  private static final Duration INSISTS = Duration.ofMinutes(4);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private final Client direct;
  private final Client losing;
  private final History history;

  /**
   * @param gateway where calls go
   * @param losing the same by a way on which every answer is lost
   */
  public Caller(URI gateway, URI losing, History history) {
    this.direct = new Client(gateway, null);
    this.losing = new Client(losing, null);
    this.history = history;
  }

  /** Returns once it is known or given up. */
  Call call(Request request) {
    Asked asked = request.asked();
    long number = history.invoke(asked);
    List<Attempt> attempts = new ArrayList<>(firstRound(request));
    long end = history.now() + INSISTS.toNanos();
    while (mustGoOn(request, attempts) && history.now() < end) {
      pause(attempts.getLast());
      attempts.add(send(direct, request));
    }
    Call call = new Call(number, asked, attempts);
    history.end(call);
    return call;
  }

  private List<Attempt> firstRound(Request request) {
    Client first = request.how().contains(How.LOSES_ANSWER) ? losing : direct;
    if (!request.how().contains(How.TWICE)) {
      return List.of(send(first, request));
    }
    CompletableFuture<Attempt> other = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> other.complete(send(direct, request)));
    Attempt one = send(first, request);
    return List.of(one, other.join());
  }

  private static boolean mustGoOn(Request request, List<Attempt> attempts) {
    boolean known =
        attempts.stream()
            .anyMatch(
                attempt ->
                    attempt.status() == 401 || (!attempt.leavesOpen() && !attempt.didNothing()));
    if (known) {
      return false;
    }
    boolean nothingDone = attempts.stream().allMatch(Attempt::didNothing);
    return nothingDone ? !request.how().contains(How.GIVES_UP) : request.repeatable();
  }

  private Attempt send(Client client, Request request) {
    long began = history.now();
    Client authorised = request.token() == null ? client : client.with(request.token());
    try {
      Answer answer =
          authorised.send(
              request.asked().method(), request.asked().path(), request.body(), headers(request));
      return new Attempt(
          began,
          history.now(),
          Outcome.of(answer),
          answer.status(),
          answer.body().isMissingNode() ? "" : answer.body().toString(),
          answer.header("ETag"));
    } catch (UncheckedIOException lost) {
      return new Attempt(began, history.now(), Outcome.UNANSWERED, 0, "", "");
    } catch (JacksonException noJson) {
      return new Attempt(began, history.now(), Outcome.BROKEN, 0, "", "");
    }
  }

  private static String[] headers(Request request) {
    List<String> headers = new ArrayList<>();
    add(headers, "Idempotency-Key", request.asked().key());
    add(headers, "If-Match", request.ifMatch());
    return headers.toArray(String[]::new);
  }

  private static void add(List<String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name);
      headers.add(value);
    }
  }

  private static void pause(Attempt last) {
    Pauses.pause(last.status() == 429 ? LONGEST_PAUSE : PAUSE);
  }
}
