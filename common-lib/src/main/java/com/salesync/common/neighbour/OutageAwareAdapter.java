package com.salesync.common.neighbour;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ClassUtils;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Tells an answer from none: a connection refused, reset or timed out, at any moment of the call,
 * and an answer that cannot be read, are all the neighbour's outage.
 *
 * <p>Whoever asks holds no connection of the database meanwhile: in a transaction nobody is asked.
 */
final class OutageAwareAdapter extends HttpExchangeAdapterDecorator {

  private static final boolean WITH_DATABASE =
      ClassUtils.isPresent(
          "org.springframework.transaction.support.TransactionSynchronizationManager", null);

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
    if (WITH_DATABASE && TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          neighbour + " is asked in a transaction, which would hold its connection and locks");
    }
    try {
      return call.get();
    } catch (RestClientResponseException refusal) {
      throw refusal;
    } catch (RestClientException noAnswer) {
      throw new NeighbourUnavailable(neighbour, noAnswer);
    }
  }
}
