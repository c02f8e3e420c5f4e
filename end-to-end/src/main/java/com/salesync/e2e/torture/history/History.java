package com.salesync.e2e.torture.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps what happened, and writes it to a file: a JSON document per line. */
public final class History implements AutoCloseable {

  private final long zero = System.nanoTime();
  private final AtomicLong numbers = new AtomicLong();
  private final List<Call> calls = new ArrayList<>();
  private final List<Period> faults = new ArrayList<>();
  private final BufferedWriter file;

  /** Begins now. */
  public History(Path file) {
    try {
      this.file = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nanoseconds since it began. */
  public long now() {
    return System.nanoTime() - zero;
  }

  /** Notes that a call begins. */
  public long invoke(Asked asked) {
    long number = numbers.incrementAndGet();
    Map<String, Object> line = line("invoke", now());
    line.put("call", number);
    line.put("kind", asked.kind().label());
    line.put("shop", asked.shop());
    line.put("session", asked.session());
    line.put("request", asked.method() + " " + asked.path());
    line.put("key", Objects.requireNonNullElse(asked.key(), ""));
    line.put("about", asked.about());
    write(line);
    return number;
  }

  /** Notes how a call ended. */
  public void end(Call call) {
    Map<String, Object> line = line(call.result().name().toLowerCase(java.util.Locale.ROOT), now());
    line.put("call", call.number());
    line.put("attempts", call.attempts().stream().map(History::describe).toList());
    synchronized (this) {
      calls.add(call);
    }
    write(line);
  }

  /** Notes a fault that is over. */
  public void fault(Period period) {
    Map<String, Object> line = line("fault", period.began());
    line.put("name", period.fault());
    line.put("lasted_ms", TimeUnit.NANOSECONDS.toMillis(period.ended() - period.began()));
    line.put("recovery_ms", period.recovery().toMillis());
    line.put("effect", period.effect());
    synchronized (this) {
      faults.add(period);
    }
    write(line);
  }

  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  public synchronized List<Period> faults() {
    return List.copyOf(faults);
  }

  private static Map<String, Object> describe(Attempt attempt) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("from_ms", TimeUnit.NANOSECONDS.toMillis(attempt.began()));
    described.put("until_ms", TimeUnit.NANOSECONDS.toMillis(attempt.ended()));
    described.put("outcome", attempt.outcome().name());
    described.put("status", attempt.status());
    described.put("answer", attempt.answer());
    return described;
  }

  private static Map<String, Object> line(String event, long at) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ms", TimeUnit.NANOSECONDS.toMillis(at));
    line.put("event", event);
    return line;
  }

  private synchronized void write(Map<String, Object> line) {
    try {
      file.write(Json.write(line));
      file.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
