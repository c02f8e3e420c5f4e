package com.salesync.common.web;

import com.salesync.common.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies larger than the limit with 413, whether their length is announced or streamed. */
public final class BodyLimitFilter extends OncePerRequestFilter {

  private final long maxBytes;

  public BodyLimitFilter(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > maxBytes) {
      throw tooLarge();
    }
    chain.doFilter(new LimitedRequest(request), response);
  }

  private static Problem tooLarge() {
    return new Problem(HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE");
  }

  private final class LimitedRequest extends HttpServletRequestWrapper {

    LimitedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream());
    }
  }

  private final class LimitedStream extends ServletInputStream {

    private final ServletInputStream source;
    private long count;

    LimitedStream(ServletInputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      int value = source.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = source.read(target, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      count += read;
      if (count > maxBytes) {
        throw tooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return source.isFinished();
    }

    @Override
    public boolean isReady() {
      return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      source.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
