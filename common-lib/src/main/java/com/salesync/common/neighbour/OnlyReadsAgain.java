package com.salesync.common.neighbour;

import java.io.IOException;
import java.net.SocketException;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/** A read that met a connection just closed by the service is sent once more; nothing else is. */
public final class OnlyReadsAgain implements HttpRequestRetryStrategy {

  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final Predicate<HttpContext> isWrite;

  public OnlyReadsAgain() {
    this(context -> false);
  }

  /**
   * For calls of which some are writes whatever their method says.
   *
   * @param isWrite tells them by the context in which they are made
   */
  public OnlyReadsAgain(Predicate<HttpContext> isWrite) {
    this.isWrite = isWrite;
  }

  @Override
  public boolean retryRequest(
      HttpRequest request, IOException failure, int executions, HttpContext context) {
    return executions == 1
        && READS.contains(request.getMethod())
        && !isWrite.test(context)
        && (failure instanceof NoHttpResponseException || failure instanceof SocketException);
  }

  @Override
  public boolean retryRequest(HttpResponse response, int executions, HttpContext context) {
    return false;
  }

  @Override
  public TimeValue getRetryInterval(HttpResponse response, int executions, HttpContext context) {
    return TimeValue.ZERO_MILLISECONDS;
  }
}
