package com.salesync.e2e.torture.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** All that will be done and befall. */
public record Plan(long seed, Duration length, List<PlannedShop> shops, List<PlannedFault> faults) {

  private static final int SHOWN = 12;

  public Plan {
    shops = List.copyOf(shops);
    faults = List.copyOf(faults);
  }

  /** How many steps of this kind there are. */
  public long steps(Kind kind) {
    return shops.stream()
        .flatMap(shop -> shop.scripts().stream())
        .flatMap(script -> script.steps().stream())
        .filter(step -> step.kind() == kind)
        .count();
  }

  /** By which a person sees that two plans are the same. */
  public String digest() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, SHOWN);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
