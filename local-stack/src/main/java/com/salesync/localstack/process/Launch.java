package com.salesync.localstack.process;

import java.util.List;
import java.util.Map;

/**
 * How to start a process once; made anew for every start, so that a restart sees changed settings.
 *
 * @param environment added to what the launcher itself inherited
 * @param stopSignal name of the signal that ends it cleanly: {@code TERM} unless it has its own
 *     idea
 */
public record Launch(List<String> command, Map<String, String> environment, String stopSignal) {

  public Launch(List<String> command, Map<String, String> environment) {
    this(command, environment, "TERM");
  }
}
