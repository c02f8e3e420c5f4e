package com.salesync.common.neighbour;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.outcome.Effects;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ClassUtils;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Tells an answer from none: a connection refused, reset or timed out, at any moment of the call,
 * an answer that cannot be read and one that is a failure are all the neighbour's outage. A write
 * that was answered, or may have been done, is among the request's {@link Effects}.
 *
 * <p>Whoever asks holds no connection of the database meanwhile: in a transaction nobody is asked.
 */
final class OutageAwareAdapter extends HttpExchangeAdapterDecorator {

  private static final List<HttpMethod> READS = List.of(HttpMethod.GET, HttpMethod.HEAD);

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
    return answered(values, () -> super.exchangeForHeaders(values));
  }

  @Override
  public <T> @Nullable T exchangeForBody(
      HttpRequestValues values, ParameterizedTypeReference<T> type) {
    return exchangeForEntity(values, type).getBody();
  }

  @Override
  public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
    return answered(values, () -> super.exchangeForBodilessEntity(values));
  }

  @Override
  public <T> ResponseEntity<T> exchangeForEntity(
      HttpRequestValues values, ParameterizedTypeReference<T> type) {
    return answered(values, () -> super.exchangeForEntity(values, type));
  }

  private <T> T answered(HttpRequestValues values, Supplier<T> call) {
    if (WITH_DATABASE && TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          neighbour + " is asked in a transaction, which would hold its connection and locks");
    }
    Deadline deadline = Deadline.current();
    if (deadline != null && !deadline.leavesTimeToAsk()) {
      throw new NeighbourUnavailable(neighbour, new TimeoutException("No time is left to ask"));
    }
    boolean write = isWrite(values);
    try {
      T answer = call.get();
      if (write) {
        Effects.happened();
      }
      return answer;
    } catch (RestClientResponseException refusal) {
      throw refusal;
    } catch (RestClientException noAnswer) {
      throw write ? ofWrite(noAnswer) : new NeighbourUnavailable(neighbour, noAnswer);
    }
  }

  private NeighbourUnavailable ofWrite(RestClientException noAnswer) {
    NeighbourUnavailable outage = NeighbourUnavailable.ofWrite(neighbour, noAnswer);
    if (outage.isOutcomeUnknown()) {
      Effects.happened();
    }
    return outage;
  }

  private static boolean isWrite(HttpRequestValues values) {
    return !READS.contains(values.getHttpMethod())
        && !values.getAttributes().containsKey(OnlyReads.class.getName());
  }

  /** Notes that an operation is marked as reading only. */
  static void markReads(
      Method method,
      MethodParameter[] parameters,
      @Nullable Object[] arguments,
      HttpRequestValues.Builder request) {
    if (method.isAnnotationPresent(OnlyReads.class)) {
      request.addAttribute(OnlyReads.class.getName(), true);
    }
  }

  /** An answer that is no refusal of what was asked but a failure of whoever answered. */
  static final class FailedAnswer extends RestClientException {

    private final transient HttpStatusCode status;
    private final boolean nothingDone;

    private FailedAnswer(HttpStatusCode status, boolean nothingDone) {
      super("Answered " + status);
      this.status = status;
      this.nothingDone = nothingDone;
    }

    static FailedAnswer of(ClientHttpResponse response) throws IOException {
      HttpStatusCode status = response.getStatusCode();
      boolean said =
          MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
              response.getHeaders().getContentType());
      return new FailedAnswer(status, said && (status.is4xxClientError() || status.value() == 503));
    }

    HttpStatusCode status() {
      return status;
    }

    /** Whether it says, in the neighbour's own words, that nothing was done: a 4xx or a 503. */
    boolean nothingDone() {
      return nothingDone;
    }

    /** A refused internal token is a fault of the installation, not of whoever asked. */
    static boolean is(HttpStatusCode status) {
      return status.is5xxServerError()
          || status.value() == 401
          || status.value() == 403
          || status.value() == 429;
    }
  }
}
