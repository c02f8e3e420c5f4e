package com.salesync.common.neighbour;

import com.salesync.common.security.Tenant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** A client of {@link OtherService}. */
interface Neighbour {

  @WithoutToken
  @GetExchange("/status/{code}")
  Answer status(@PathVariable int code);

  @WithoutToken
  @GetExchange("/{how}")
  Answer answer(@PathVariable String how);

  @WithoutToken
  @GetExchange("/good")
  Answer on(@RequestParam LocalDate day);

  @GetExchange("/good")
  Answer asUser(UserHeaders user);

  @GetExchange("/good")
  Answer actingFor(Tenant tenant);

  @ActingForNoStore
  @GetExchange("/good")
  Answer actingForNoStore();

  @WithoutToken
  @GetExchange("/dropped-once/{name}")
  Answer read(@PathVariable String name);

  @WithoutToken
  @PostExchange("/dropped-once/{name}")
  Answer write(@PathVariable String name, @RequestBody String body);

  @WithoutToken
  @PutExchange("/dropped-once/{name}")
  Answer replace(@PathVariable String name, @RequestBody String body);

  @WithoutToken
  @PostExchange("/{how}")
  Answer change(@PathVariable String how, @RequestBody String body);

  @WithoutToken
  @PostExchange("/status/{code}")
  Answer changeWith(@PathVariable int code, @RequestBody String body);

  @WithoutToken
  @PostExchange("/problem/{code}")
  Answer changeWithProblem(@PathVariable int code, @RequestBody String body);

  @OnlyReads
  @WithoutToken
  @PostExchange("/{how}")
  Answer ask(@PathVariable String how, @RequestBody String question);

  /** What the other service saw of a request. */
  record Answer(
      @Nullable String requestId,
      @Nullable String protocol,
      @Nullable String query,
      @Nullable String authorization,
      @Nullable String language,
      @Nullable Long deadline,
      @Nullable Boolean underWay) {}
}
