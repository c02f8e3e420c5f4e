package com.salesync.common.neighbour;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Tells an answer from none: a connection refused, reset or timed out, at any moment of the call,
 * and an answer that cannot be read, are all the neighbour's outage.
 */
final class OutageAwareAdapter implements HttpExchangeAdapter {

  private final HttpExchangeAdapter delegate;
  private final String neighbour;

  OutageAwareAdapter(HttpExchangeAdapter delegate, String neighbour) {
    this.delegate = delegate;
    this.neighbour = neighbour;
  }

  @Override
  public boolean supportsRequestAttributes() {
    return delegate.supportsRequestAttributes();
  }

  @Override
  public void exchange(HttpRequestValues values) {
    var _ = exchangeForBodilessEntity(values);
  }

  @Override
  public HttpHeaders exchangeForHeaders(HttpRequestValues values) {
    return answered(() -> delegate.exchangeForHeaders(values));
  }

  @Override
  public <T> @Nullable T exchangeForBody(
      HttpRequestValues values, ParameterizedTypeReference<T> type) {
    return exchangeForEntity(values, type).getBody();
  }

  @Override
  public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
    return answered(() -> delegate.exchangeForBodilessEntity(values));
  }

  @Override
  public <T> ResponseEntity<T> exchangeForEntity(
      HttpRequestValues values, ParameterizedTypeReference<T> type) {
    return answered(() -> delegate.exchangeForEntity(values, type));
  }

  private <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (RestClientResponseException refusal) {
      throw refusal;
    } catch (RestClientException noAnswer) {
      throw new NeighbourUnavailable(neighbour, noAnswer);
    }
  }
}
