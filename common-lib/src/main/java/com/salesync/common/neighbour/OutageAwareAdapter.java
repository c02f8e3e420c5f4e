package com.salesync.common.neighbour;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Tells an answer from none: a connection refused, reset or timed out, at any moment of the call,
 * and an answer that cannot be read, are all the neighbour's outage.
 */
final class OutageAwareAdapter extends HttpExchangeAdapterDecorator {

  private final String neighbour;

  OutageAwareAdapter(HttpExchangeAdapter delegate, String neighbour) {
    super(delegate);
    this.neighbour = neighbour;
  }

  @Override
  public void exchange(HttpRequestValues values) {
    var _ = exchangeForBodilessEntity(values);
  }

  @Override
  public HttpHeaders exchangeForHeaders(HttpRequestValues values) {
    return answered(() -> super.exchangeForHeaders(values));
  }

  @Override
  public <T> @Nullable T exchangeForBody(
      HttpRequestValues values, ParameterizedTypeReference<T> type) {
    return exchangeForEntity(values, type).getBody();
  }

  @Override
  public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
    return answered(() -> super.exchangeForBodilessEntity(values));
  }

  @Override
  public <T> ResponseEntity<T> exchangeForEntity(
      HttpRequestValues values, ParameterizedTypeReference<T> type) {
    return answered(() -> super.exchangeForEntity(values, type));
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
