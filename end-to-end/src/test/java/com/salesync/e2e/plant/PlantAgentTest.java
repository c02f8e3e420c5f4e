package com.salesync.e2e.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PlantAgentTest {

  private static final String VICTIM = Victim.class.getName();

  @Test
  void aMethodSaysNoOrYesOrNothing() throws Exception {
    assertThat(victim(Edit.no(VICTIM, "isOpen")).apply("isOpen")).isEqualTo(false);
    assertThat(victim(Edit.yes(VICTIM, "isShut")).apply("isShut")).isEqualTo(true);
    assertThat(victim(Edit.empty(VICTIM, "owner")).apply("owner")).isEqualTo(Optional.empty());
    assertThat(victim(Edit.nothing(VICTIM, "burn")).apply("burn")).isEqualTo("alive");
  }

  @Test
  void aTextOrAConstantReadsOtherwise() throws Exception {
    assertThat(victim(Edit.text(VICTIM, "query", "store = ?", "true")).apply("query"))
        .isEqualTo("select 1 where true");
    assertThat(victim(Edit.constant(VICTIM, "unit", "SECONDS", "DAYS")).apply("unit"))
        .isEqualTo(TimeUnit.DAYS);
  }

  @Test
  void anArgumentIsAnother() throws Exception {
    assertThat(victim(Edit.argument(VICTIM, List.of("with"), 1, "ofThisProcess")).apply("key"))
        .isEqualTo("k" + ProcessHandle.current().pid());
  }

  @Test
  void anAnnotationIsGone() throws Exception {
    assertThat(victim(Edit.unannotated(VICTIM, "query", "Victim$Kept")).apply("annotations"))
        .isEqualTo("0 1");
    assertThat(victim(Edit.unannotatedField(VICTIM, "Victim$Kept")).apply("annotations"))
        .isEqualTo("1 0");
  }

  @Test
  void whatFindsNothingToChangeIsRefused() {
    assertThatThrownBy(() -> victim(Edit.no(VICTIM, "isOpenAtNight")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> victim(Edit.text(VICTIM, "query", "table", "true")))
        .isInstanceOf(IllegalStateException.class);
  }

  /** What an edited copy says. */
  private static Function<String, Object> victim(Edit edit) throws Exception {
    ClassLoader parent = PlantAgentTest.class.getClassLoader();
    byte[] edited = PlantAgent.edited(parent, List.of(edit), bytes(parent));
    Class<?> type =
        new ClassLoader(parent) {
          Class<?> define() {
            return defineClass(VICTIM, edited, 0, edited.length);
          }
        }.define();
    @SuppressWarnings("unchecked")
    Function<String, Object> victim =
        (Function<String, Object>) type.getDeclaredConstructor().newInstance();
    return victim;
  }

  private static byte[] bytes(ClassLoader parent) throws IOException {
    try (InputStream in = parent.getResourceAsStream(VICTIM.replace('.', '/') + ".class")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
