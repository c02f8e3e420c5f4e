package com.salesync.common.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * Looks up, in every language, the text of each constraint a class declares: as the validator's own
 * key, or as the word that problem documents spell out.
 */
final class ConstraintTexts extends ArchCondition<JavaClass> {

  private static final List<String> BUNDLES = List.of("messages", "common-messages");
  private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.ENGLISH);
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

  ConstraintTexts() {
    super("have constraints with texts of ours");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    BeanDescriptor bean = validator.getConstraintsForClass(type.reflect());
    Stream.concat(Stream.of(bean), bean.getConstrainedProperties().stream())
        .flatMap(ConstraintTexts::withElements)
        .flatMap(element -> element.getConstraintDescriptors().stream())
        .map(ConstraintDescriptor::getMessageTemplate)
        .forEach(
            message ->
                events.add(
                    new SimpleConditionEvent(
                        type, isOurs(message), type.getName() + " has no text for " + message)));
  }

  private static Stream<ElementDescriptor> withElements(ElementDescriptor element) {
    return element instanceof ContainerDescriptor container
        ? Stream.concat(
            Stream.of(element),
            container.getConstrainedContainerElementTypes().stream()
                .flatMap(ConstraintTexts::withElements))
        : Stream.of(element);
  }

  private static boolean isOurs(String message) {
    String key = message.startsWith("{") ? message.replaceAll("[{}]", "") : "field." + message;
    return LANGUAGES.stream()
        .allMatch(language -> BUNDLES.stream().anyMatch(bundle -> has(bundle, language, key)));
  }

  /** In the language itself: Korean is what stands in the bundle without a suffix. */
  private static boolean has(String bundle, Locale language, String key) {
    try {
      ResourceBundle texts = ResourceBundle.getBundle(bundle, language, NO_FALLBACK);
      return texts.getLocale().equals(language) && texts.containsKey(key);
    } catch (MissingResourceException none) {
      return false;
    }
  }
}
