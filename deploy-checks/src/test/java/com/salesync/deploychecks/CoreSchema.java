package com.salesync.deploychecks;

import com.google.gson.Gson;
import io.kubernetes.client.openapi.JSON;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads every object of a built-in kind with the Kubernetes client, which refuses unknown fields,
 * wrong types and missing fields. Custom resources are for {@link TypedSchemaTest}.
 */
final class CoreSchema {

  private static final Map<String, String> CLASS_PREFIXES =
      Map.of(
          "v1", "V1",
          "apps/v1", "V1",
          "batch/v1", "V1",
          "policy/v1", "V1",
          "networking.k8s.io/v1", "V1",
          "storage.k8s.io/v1", "V1",
          "autoscaling/v2", "V2");

  private static final Gson GSON = new Gson();

  private CoreSchema() {}

  static Stream<String> problems(Manifests manifests) {
    return manifests.all().stream().flatMap(object -> problem(object).stream());
  }

  private static Optional<String> problem(Manifest object) {
    String prefix = CLASS_PREFIXES.get(object.text("apiVersion"));
    if (prefix == null) {
      return Optional.empty();
    }
    try {
      Class<?> model =
          Class.forName("io.kubernetes.client.openapi.models." + prefix + object.kind());
      Object read = JSON.deserialize(GSON.toJson(object.fields()), model);
      return read == null ? Optional.of(object.id() + " is empty") : Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.of(object.id() + ": no such kind in " + object.text("apiVersion"));
    } catch (RuntimeException e) {
      return Optional.of(object.id() + ": " + e.getMessage());
    }
  }
}
