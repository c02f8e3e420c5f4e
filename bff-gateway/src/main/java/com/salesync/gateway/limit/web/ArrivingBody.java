package com.salesync.gateway.limit.web;

import com.salesync.common.problem.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/**
 * A body that has to be there as a whole within a time, however steadily it drips in. Its sender's
 * failures are problems, so that nobody takes them for a service's.
 */
final class ArrivingBody extends ServletInputStream {

  private final InputStream source;
  private final long began = System.nanoTime();
  private final Duration deadline;
  private final Runnable whenWhole;
  private boolean whole;
  private InputStream body;

  ArrivingBody(InputStream source, Duration deadline, Runnable whenWhole) {
    this.source = source;
    this.deadline = deadline;
    this.whenWhole = whenWhole;
    this.body = new Source();
  }

  /**
   * Reads up to so many bytes ahead.
   *
   * @throws Problem 408 for a body that is too slow, 400 for one that breaks off
   */
  void readAhead(int bytes) throws IOException {
    byte[] start = body.readNBytes(bytes);
    InputStream read = new ByteArrayInputStream(start);
    body = start.length < bytes ? read : new SequenceInputStream(read, new Source());
  }

  @Override
  public int read() throws IOException {
    return body.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return body.read(target, offset, length);
  }

  @Override
  public boolean isFinished() {
    return whole;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new IllegalStateException("Bodies are read by the thread that handles the request");
  }

  /** What is still to come from the client. */
  private final class Source extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (whole) {
        return -1;
      }
      int read = fromClient(target, offset, length);
      if (read < 0) {
        whole = true;
        whenWhole.run();
      } else if (System.nanoTime() - began > deadline.toNanos()) {
        throw tooSlow();
      }
      return read;
    }

    private int fromClient(byte[] target, int offset, int length) {
      try {
        return source.read(target, offset, length);
      } catch (IOException failure) {
        throw isSilence(failure) ? tooSlow() : Problem.badRequest("BAD_REQUEST");
      }
    }

    private static Problem tooSlow() {
      return new Problem(HttpStatus.REQUEST_TIMEOUT, "REQUEST_TIMEOUT");
    }

    private static boolean isSilence(Throwable failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof SocketTimeoutException) {
          return true;
        }
      }
      return false;
    }
  }
}
