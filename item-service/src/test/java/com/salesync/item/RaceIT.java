package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import com.salesync.common.test.ServiceTest;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class RaceIT {

  private static final int CALLS = 20;

  private final Shop shop;

  RaceIT(RestTestClient client) {
    this.shop = Shop.open(client);
  }

  @Test
  void addsOneCategoryOfAName() {
    List<Integer> answers = atOnce(call -> shop.post("/categories/", "{\"name\":\"피자\"}"));

    assertOneWins(answers, 201);
  }

  @Test
  void addsOneItemOfAName() {
    long pizza = shop.addCategory("피자");

    List<Integer> answers =
        atOnce(
            call -> shop.post("/categories/" + pizza + "/items", "{\"name\":\"치즈\",\"price\":1}"));

    assertOneWins(answers, 201);
  }

  @Test
  void renamesOneCategoryToAName() {
    List<Long> categories =
        IntStream.range(0, CALLS).mapToObj(i -> shop.addCategory("분류 " + i)).toList();

    List<Integer> answers =
        atOnce(call -> shop.put("/categories/" + categories.get(call), "{\"name\":\"피자\"}"));

    assertOneWins(answers, 201);
  }

  private static void assertOneWins(List<Integer> answers, int status) {
    assertThat(answers).containsOnlyOnce(status);
    assertThat(answers).filteredOn(answer -> answer != status).hasSize(CALLS - 1).containsOnly(409);
  }

  private static List<Integer> atOnce(IntFunction<ResponseSpec> call) {
    return Parallel.times(CALLS, number -> call.apply(number).returnResult().getStatus().value());
  }
}
