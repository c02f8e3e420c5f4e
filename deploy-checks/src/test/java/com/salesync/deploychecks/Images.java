package com.salesync.deploychecks;

import java.util.stream.Stream;

/**
 * Whether images are the ones expected; a mistyped name in an overlay would pass Kustomize in
 * silence.
 */
final class Images {

  private static final String REGISTRY = "\\d{12}\\.dkr\\.ecr\\.ap-northeast-2\\.amazonaws\\.com/";

  private Images() {}

  static Stream<String> problems(Manifests manifests) {
    boolean prd = manifests.source().endsWith("prd");
    return manifests
        .workloads()
        .flatMap(
            workload ->
                workload.containers().stream()
                    .map(container -> container.text("image"))
                    .filter(image -> !image.matches(expected(workload, prd)))
                    .map(
                        image ->
                            workload.id() + ": " + image + " is not a pinned, expected image"));
  }

  private static String expected(Manifest workload, boolean prd) {
    if (!workload.isService() && !workload.isMigration()) {
      return "[a-z0-9./-]+:(?!latest)[0-9][A-Za-z0-9._-]*";
    }
    String module = Environment.MODULES.get(workload.name().replaceFirst("^(deploy|migrate)-", ""));
    String released = REGISTRY + "salesync/" + module + ":[0-9a-f]{40}";
    return prd ? released : released + "|salesync/" + module + ":dev";
  }
}
