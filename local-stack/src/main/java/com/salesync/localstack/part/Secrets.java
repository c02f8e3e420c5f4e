package com.salesync.localstack.part;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Passwords and keys of one stack, invented at its first start and kept beside its data in a file
 * that only its owner can read. Losing the file means losing the data's passwords and signing keys.
 */
public final class Secrets {

  private static final int BYTES = 32;
  private static final String FILE = "secrets.properties";

  private final Path file;
  private final Properties values = new Properties();
  private final SecureRandom random = new SecureRandom();

  public Secrets(Path data) {
    this.file = data.resolve(FILE);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  String signingKeysSecret() {
    return get("signing-keys-secret");
  }

  public String demoPassword() {
    return get("demo-password");
  }

  public String databasePassword(String role) {
    return get("database-password." + role);
  }

  private String get(String name) {
    return get(name, this::invent);
  }

  /** The value kept under this name, or the one that is invented and kept from now on. */
  synchronized String get(String name, Supplier<String> invention) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    String invented = invention.get();
    values.setProperty(name, invented);
    save();
    return invented;
  }

  private String invent() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void save() {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (Writer writer = Files.newBufferedWriter(file)) {
        values.store(writer, "Of this stack only. Without this file its data cannot be opened.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
