package com.salesync.localstack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** A clone of the repository: which services it has and where Maven leaves their jars. */
public record Repository(Path root) {

  /** The clone that the launcher or a test was started in. */
  public static Repository ofLauncher() {
    Path folder = Path.of(System.getProperty("salesync.repository", ""));
    for (Path each = folder.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
      if (Files.exists(each.resolve("mvnw")) && Files.exists(each.resolve("pom.xml"))) {
        return new Repository(each);
      }
    }
    throw new IllegalStateException("Not inside a clone of Salesync: " + folder);
  }

  /** PostgreSQL, Kafka and the services that the root pom lists as modules. */
  public Set<Part> parts() {
    String pom;
    try {
      pom = Files.readString(root.resolve("pom.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<Part> parts = EnumSet.of(Part.POSTGRES, Part.KAFKA);
    Part.services()
        .filter(part -> pom.contains("<module>" + part.label() + "</module>"))
        .forEach(parts::add);
    return parts;
  }

  public Path jar(Part service) {
    return root.resolve(service.label()).resolve("target").resolve(service.label() + ".jar");
  }
}
