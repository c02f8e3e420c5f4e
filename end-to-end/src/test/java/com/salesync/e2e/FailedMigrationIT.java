package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.localstack.LocalStack;
import com.salesync.localstack.Options;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.process.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema that the service's migrations do not fit is told by its reason, not by a trace. */
class FailedMigrationIT {

  @TempDir private Path data;

  @Test
  void theReasonIsTold() throws Exception {
    try (LocalStack stack = LocalStack.start(options());
        Connection database = stack.superuser().connect();
        Statement statement = database.createStatement()) {
      statement.execute("update sale.flyway_schema_history set checksum = 1 where version = '1'");
    }
    Files.delete(data.resolve("postgres/sale.migrated-by"));

    assertThatThrownBy(() -> LocalStack.start(options()))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("The database of sale-service was not migrated")
        .hasMessageContaining("checksum mismatch");
  }

  /** Only as much as migrates: what is left out is not started. */
  private Options options() {
    return new Options()
        .withData(data)
        .withRandomPorts()
        .withParts(Set.of(Part.POSTGRES, Part.KAFKA, Part.SALE))
        .withLeftOut(Set.of(Part.SALE));
  }
}
