package com.salesync.e2e.torture.till;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** A shop's password, which its owner changes now and then. Each has a number. */
final class Passwords {

  /** Under which a call names the number of the password that it gives. */
  static final String NUMBER = "password";

  static final int FIRST = 0;

  /** Never the shop's. */
  static final int WRONG = -1;

  private final AtomicInteger last = new AtomicInteger(FIRST);
  private final List<Integer> possible = new CopyOnWriteArrayList<>(List.of(FIRST));
  private final List<Integer> former = new CopyOnWriteArrayList<>();
  private final ReentrantLock changing = new ReentrantLock();

  /** As typed. */
  static String text(int number) {
    return "korean-pizza-" + (2026 + number);
  }

  /** Those that may be the right one, the likeliest first. */
  List<Integer> possible() {
    return List.copyOf(possible);
  }

  /** One that was the right one, or never was. */
  int noLonger(int pick) {
    return former.isEmpty() ? WRONG : former.get(pick % former.size());
  }

  int next() {
    return last.incrementAndGet();
  }

  /** Who has it is the only one who changes the password. */
  ReentrantLock changing() {
    return changing;
  }

  /** It is this one from now on, unless a change that nobody knows the end of comes later. */
  void changed(int present, int next) {
    possible.removeIf(number -> number == present);
    former.add(present);
    mayBe(next);
  }

  /** It is this one, or will be, or not. */
  void mayBe(int number) {
    possible.addFirst(number);
  }
}
