package com.salesync.e2e;

import com.salesync.localstack.part.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service has written since its start: a line of JSON each. */
record Log(Part service) {

  private static final JsonMapper JSON = new JsonMapper();

  List<String> lines() {
    try {
      return Files.readAllLines(Stack.whole().parts().log(service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The trace of the request with this id; empty if there is none. */
  String traceOf(String requestId) {
    return lines().stream()
        .filter(line -> line.contains(requestId))
        .map(Log::read)
        .filter(line -> line.path("request_id").asString("").equals(requestId))
        .map(line -> line.path("trace_id").asString(""))
        .findFirst()
        .orElse("");
  }

  /** Loggers that wrote within a trace. */
  List<String> loggersIn(String trace) {
    return lines().stream()
        .filter(line -> line.contains(trace))
        .map(Log::read)
        .filter(line -> line.path("trace_id").asString("").equals(trace))
        .map(line -> line.path("logger_name").asString(""))
        .distinct()
        .toList();
  }

  static JsonNode read(String line) {
    return JSON.readTree(line);
  }
}
