package com.salesync.item.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class UniqueNameTest {

  @Test
  void letsAFreeNameThrough() {
    assertThat(UniqueName.ITEM.<String>require(() -> "치즈")).isEqualTo("치즈");
  }

  @Test
  void saysThatANameIsTaken() {
    assertThatThrownBy(() -> write(UniqueName.CATEGORY, "one_category_per_name"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("CATEGORY_EXISTS");
    assertThatThrownBy(() -> write(UniqueName.ITEM, "one_item_per_name"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("ITEM_EXISTS");
  }

  @Test
  void takesNoOtherRefusalForATakenName() {
    assertThatThrownBy(() -> write(UniqueName.ITEM, "items_price_check"))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> write(UniqueName.ITEM, "one_category_per_name"))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void knowsThePartsOfATableThatIsSpreadByStore() {
    assertThatThrownBy(() -> write(UniqueName.ITEM, "one_item_per_name_102008"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("ITEM_EXISTS");
    assertThatThrownBy(() -> write(UniqueName.ITEM, "one_item_per_name_x"))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private static void write(UniqueName name, String constraint) {
    String written =
        name.require(
            () -> {
              throw new DataIntegrityViolationException(
                  "refused",
                  new ConstraintViolationException("refused", new SQLException(), constraint));
            });
    throw new AssertionError(written);
  }
}
