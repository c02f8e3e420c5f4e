package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Answer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes writes of every kind, all that they presuppose included. */
final class Writes {

  static final long PRICE = 100;

  private Writes() {}

  /** This many of each kind, one kind after the other. */
  static List<Write> ofEachKind(Stack stack, Tables tables, int count) {
    MenuWrites menu = new MenuWrites(tables.shop());
    OwnerWrites owners = new OwnerWrites(stack);
    return IntStream.rangeClosed(1, count)
        .boxed()
        .flatMap(
            number ->
                Stream.of(tables.writes(), menu.writes(number), owners.writes())
                    .flatMap(List::stream))
        .toList();
  }

  static long created(Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.id("id");
  }
}
