package com.salesync.gateway.limit.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpStatus;

/**
 * Closes the connection of a request that was answered before all of its body was there. Tomcat
 * would read the rest first, however slowly it comes.
 */
final class UnreadBodyValve extends ValveBase {

  private final long unreadNanos;

  UnreadBodyValve(Duration unread) {
    super(true);
    this.unreadNanos = unread.toNanos();
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (request.isAsync() || isWhole(request)) {
      return;
    }
    response.finishResponse();
    if (!isForTheSlow(response.getStatus())) {
      drain(request);
    }
    if (!isWhole(request)) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  private static boolean isForTheSlow(int status) {
    return status == HttpStatus.REQUEST_TIMEOUT.value()
        || status == HttpStatus.TOO_MANY_REQUESTS.value();
  }

  private static boolean isWhole(Request request) {
    AtomicBoolean whole = new AtomicBoolean();
    request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
    return whole.get();
  }

  private void drain(Request request) {
    long began = System.nanoTime();
    Ignored rest = new Ignored();
    try {
      while (System.nanoTime() - began < unreadNanos
          && request.getCoyoteRequest().doRead(rest) >= 0) {
        rest.setByteBuffer(ByteBuffer.allocate(0));
      }
    } catch (IOException senderGone) {
      // There is nobody to whom this would matter.
    }
  }

  private static final class Ignored implements ApplicationBufferHandler {

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {}
  }
}
