package com.salesync.common.tracing;

import com.salesync.common.web.RequestIdFilter;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Lets the request id go wherever Micrometer's context propagation takes the trace. */
public final class RequestIdAccessor implements ThreadLocalAccessor<String> {

  @Override
  public Object key() {
    return RequestIdFilter.MDC_KEY;
  }

  @Override
  public @Nullable String getValue() {
    return MDC.get(RequestIdFilter.MDC_KEY);
  }

  @Override
  public void setValue(String id) {
    MDC.put(RequestIdFilter.MDC_KEY, id);
  }

  @Override
  public void setValue() {
    MDC.remove(RequestIdFilter.MDC_KEY);
  }
}
