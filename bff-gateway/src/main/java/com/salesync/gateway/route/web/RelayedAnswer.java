package com.salesync.gateway.route.web;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.problem.ProblemDocuments;
import com.salesync.common.web.RequestIdFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service's answer on its way to the client, body unread. Whatever happens, its connection goes
 * back to the pool.
 */
final class RelayedAnswer implements ServerResponse {

  private static final Logger log = LoggerFactory.getLogger(RelayedAnswer.class);

  private static final int BUFFER = 16 * 1024;

  private final ClassicHttpResponse response;
  private final Call call;
  private final ProblemDocuments documents;
  private final HttpHeaders headers = new HttpHeaders();

  private RelayedAnswer(ClassicHttpResponse response, Call call, ProblemDocuments documents) {
    this.response = response;
    this.call = call;
    this.documents = documents;
  }

  /**
   * The answer, if it is the service's.
   *
   * @throws IOException for a failure that is not in the service's words, such as the page of a
   *     proxy in between
   */
  static RelayedAnswer of(ClassicHttpResponse response, Call call, ProblemDocuments documents)
      throws IOException {
    RelayedAnswer answer = new RelayedAnswer(response, call, documents);
    if (answer.statusCode().is5xxServerError()
        && !isOf(MediaType.APPLICATION_PROBLEM_JSON_VALUE, response)) {
      try (response) {
        throw new IOException("Answered " + response.getCode() + " without a problem document");
      }
    }
    return answer;
  }

  /** Whether it is a stream of events, which may be silent for long. */
  static boolean isStream(ClassicHttpResponse response) {
    return isOf(MediaType.TEXT_EVENT_STREAM_VALUE, response);
  }

  /** By its beginning: what a service says of its type may be no media type at all. */
  private static boolean isOf(String type, ClassicHttpResponse response) {
    Header said = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
    return said != null && said.getValue().startsWith(type);
  }

  /** What the service sent; the gateway's filters choose {@link #headers()} from it. */
  ProxyExchange.Response received() {
    HttpHeaders received = new HttpHeaders();
    for (Header header : response.getHeaders()) {
      received.add(header.getName(), header.getValue());
    }
    return new Received(statusCode(), received);
  }

  @Override
  public HttpStatusCode statusCode() {
    return HttpStatusCode.valueOf(response.getCode());
  }

  @Override
  public HttpHeaders headers() {
    return headers;
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return new LinkedMultiValueMap<>();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse client, Context context) throws IOException {
    try (response) {
      client.setStatus(response.getCode());
      headers.remove(RequestIdFilter.HEADER);
      headers.forEach((name, values) -> values.forEach(value -> client.addHeader(name, value)));
      HttpEntity entity = response.getEntity();
      if (entity != null) {
        copy(entity.getContent(), client.getOutputStream());
      }
    } catch (CutOff cutOff) {
      answerCutOff(cutOff, request, client);
    }
    return null;
  }

  /** Half an answer must not look whole: none while nothing has left, else a broken connection. */
  private void answerCutOff(CutOff cutOff, HttpServletRequest request, HttpServletResponse client)
      throws IOException {
    NeighbourUnavailable outage = call.outage(cutOff);
    log.warn("Answer cut off: {}", outage.getMessage());
    if (client.isCommitted()) {
      throw cutOff;
    }
    client.resetBuffer();
    client.setContentLengthLong(-1);
    headers.forEach((name, values) -> client.setHeader(name, null));
    documents.write(outage, request, client);
  }

  private void copy(InputStream from, OutputStream to) throws IOException {
    boolean live = isStream(response);
    byte[] buffer = new byte[BUFFER];
    int read = readFrom(from, buffer);
    while (read >= 0) {
      to.write(buffer, 0, read);
      if (live) {
        to.flush();
      }
      read = readFrom(from, buffer);
    }
  }

  private static int readFrom(InputStream from, byte[] buffer) throws CutOff {
    try {
      return from.read(buffer);
    } catch (IOException failure) {
      throw new CutOff(failure);
    }
  }

  /** The service, not the client, broke off. */
  private static final class CutOff extends IOException {

    CutOff(IOException cause) {
      super(cause);
    }
  }

  private record Received(HttpStatusCode getStatusCode, HttpHeaders getHeaders)
      implements ProxyExchange.Response {}
}
