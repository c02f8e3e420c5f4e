package com.salesync.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** A clone of the repository: which services it has and where Maven leaves their jars. */
record Repository(Path root) {

  /** The clone around the folder a program or a test was started in. */
  static Path around(Path folder) {
    for (Path each = folder.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
      if (Files.exists(each.resolve("mvnw")) && Files.exists(each.resolve("pom.xml"))) {
        return each;
      }
    }
    throw new IllegalStateException("Not inside a clone of Salesync: " + folder);
  }

  /** PostgreSQL, Kafka and the services that the root pom lists as modules. */
  Set<Part> parts() {
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

  Path jar(Part service) {
    return root.resolve(service.label()).resolve("target").resolve(service.label() + ".jar");
  }
}
