package com.salesync.consulting.client;

import com.salesync.common.security.Tenant;
import com.salesync.consulting.figures.FiguresRefused;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.GetExchange;

/** Whom the advice is for, and in which language. */
public interface StoreServiceClient {

  @GetExchange("/internal/stores/self")
  Store self(Tenant tenant);

  /**
   * The store that a job is for.
   *
   * @throws FiguresRefused if asking again is of no use
   */
  default Store readStore(Tenant tenant) {
    try {
      return self(tenant);
    } catch (HttpClientErrorException refusal) {
      throw new FiguresRefused(refusal);
    }
  }

  /**
   * A store.
   *
   * @param language {@code en}, or Korean
   */
  record Store(String storeName, @Nullable String language) {

    public Locale locale() {
      return "en".equals(language) ? Locale.ENGLISH : Locale.KOREAN;
    }
  }
}
