package com.salesync.common.neighbour;

import com.salesync.common.deadline.Deadline;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Closes the connection once the deadline of the request under way has passed or, where there is
 * none, the read time-out since the request was sent. Apache's own time-out starts anew with every
 * read, so that an answer that drips in could last for ever.
 */
final class TimelyRequestExecutor extends HttpRequestExecutor {

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback information,
      HttpContext context)
      throws IOException, HttpException {
    TimeLimit limit = TimeLimit.of(connection);
    ClassicHttpResponse response =
        limit.within(() -> super.execute(request, connection, information, context));
    HttpEntity body = response.getEntity();
    if (body == null) {
      limit.end();
    } else {
      response.setEntity(new TimelyBody(body, limit));
    }
    return response;
  }

  private interface Step<T> {
    T take() throws IOException, HttpException;
  }

  private interface Read {
    int bytes() throws IOException;
  }

  /** Of one exchange, from the request to the end of the answer. */
  private static final class TimeLimit {

    private enum State {
      RUNNING,
      ENDED,
      PASSED
    }

    /** Decides whether the connection is closed or given back. */
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    private static TimeLimit of(HttpClientConnection connection) {
      TimeLimit limit = new TimeLimit();
      Timeout timeout = longest(connection);
      if (timeout.isEnabled()) {
        CompletableFuture.delayedExecutor(timeout.toMilliseconds(), TimeUnit.MILLISECONDS)
            .execute(
                () -> {
                  if (limit.state.compareAndSet(State.RUNNING, State.PASSED)) {
                    connection.close(CloseMode.IMMEDIATE);
                  }
                });
      }
      return limit;
    }

    private static Timeout longest(HttpClientConnection connection) {
      Deadline deadline = Deadline.current();
      if (deadline == null) {
        return connection.getSocketTimeout();
      }
      Timeout remaining = Timeout.of(deadline.remaining().plusMillis(1));
      connection.setSocketTimeout(remaining);
      return remaining;
    }

    private void end() {
      state.compareAndSet(State.RUNNING, State.ENDED);
    }

    private <T> T within(Step<T> step) throws IOException, HttpException {
      try {
        return step.take();
      } catch (IOException failure) {
        throw reason(failure);
      }
    }

    private int read(Read read) throws IOException {
      try {
        int bytes = read.bytes();
        if (bytes < 0) {
          end();
        }
        return bytes;
      } catch (IOException failure) {
        throw reason(failure);
      }
    }

    private IOException reason(IOException failure) {
      if (state.get() != State.PASSED) {
        return failure;
      }
      SocketTimeoutException late = new SocketTimeoutException("The answer took too long");
      late.initCause(failure);
      return late;
    }
  }

  private static final class TimelyBody extends HttpEntityWrapper {

    private final TimeLimit limit;

    private TimelyBody(HttpEntity body, TimeLimit limit) {
      super(body);
      this.limit = limit;
    }

    @Override
    public InputStream getContent() throws IOException {
      return new FilterInputStream(super.getContent()) {

        @Override
        public int read() throws IOException {
          return limit.read(super::read);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
          return limit.read(() -> super.read(into, offset, length));
        }

        // Reads what is left, so that the connection can be given back.
        @Override
        public void close() throws IOException {
          try {
            super.close();
          } catch (IOException failure) {
            throw limit.reason(failure);
          } finally {
            limit.end();
          }
        }
      };
    }
  }
}
