package com.salesync.localstack.cli;

import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Replica;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a part is named on the command line: in full, or {@code sale} for {@code sale-service}. */
class PartName implements ITypeConverter<Part>, Iterable<String> {

  @Override
  public Part convert(String name) {
    return parts()
        .filter(part -> Part.named(name).filter(part::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no %s; there are %s".formatted(name, String.join(", ", this))));
  }

  @Override
  public Iterator<String> iterator() {
    return parts().map(Part::label).iterator();
  }

  Stream<Part> parts() {
    return Arrays.stream(Part.values());
  }

  /** Of each replica too. */
  static final class OfReplica implements ITypeConverter<Replica>, Iterable<String> {

    private final PartName parts = new PartName();

    @Override
    public Replica convert(String name) {
      return Replica.named(name).orElseGet(() -> Replica.first(parts.convert(name)));
    }

    @Override
    public Iterator<String> iterator() {
      return parts.iterator();
    }
  }

  /** Without the two servers. */
  static final class OfService extends PartName {

    @Override
    Stream<Part> parts() {
      return Part.services();
    }
  }
}
