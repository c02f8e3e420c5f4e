package com.salesync.e2e.plant;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What edits are tried at. */
@SuppressWarnings("UnusedMethod") // Error Prone does not see the copies
public final class Victim implements Function<String, Object> {

  /** Seen at run time. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Kept {}

  @Kept int field;

  @Override
  public Object apply(String question) {
    return switch (question) {
      case "isOpen" -> isOpen();
      case "isShut" -> isShut();
      case "owner" -> owner();
      case "query" -> query();
      case "unit" -> unit();
      case "key" -> with(1, "k");
      case "annotations" -> annotations();
      default -> {
        burn();
        yield "alive";
      }
    };
  }

  boolean isOpen() {
    return true;
  }

  boolean isShut() {
    return false;
  }

  Optional<String> owner() {
    return Optional.of("Kim");
  }

  @Kept
  String query() {
    return "select 1 where store = ?";
  }

  TimeUnit unit() {
    return TimeUnit.SECONDS;
  }

  String with(long shop, String key) {
    return shop > 0 ? key : "";
  }

  private void burn() {
    throw new IllegalStateException("burnt");
  }

  private String annotations() {
    try {
      return Victim.class.getDeclaredMethod("query").getAnnotations().length
          + " "
          + Victim.class.getDeclaredField("field").getAnnotations().length;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
