package com.salesync.common.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The last resort below the application: requests Tomcat refuses itself (illegal characters, broken
 * headers) get a problem document too, never its HTML page.
 */
public final class ContainerErrorValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null
        || !status.isError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    String document =
        """
        {"type":"urn:salesync:problem:%1$s","title":"%2$s","status":%3$d,"detail":"%2$s",\
        "instance":"/","result":"failed","message":"%2$s","code":"%1$s"}\
        """
            .formatted(status.name(), status.getReasonPhrase(), status.value());
    try {
      response.setContentType("application/problem+json");
      response.getOutputStream().write(document.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException clientGone) {
      containerLog(clientGone);
    }
  }

  private void containerLog(IOException clientGone) {
    if (container.getLogger().isDebugEnabled()) {
      container.getLogger().debug("Client left before its error report", clientGone);
    }
  }
}
