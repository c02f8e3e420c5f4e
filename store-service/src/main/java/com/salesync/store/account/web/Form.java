package com.salesync.store.account.web;

import com.salesync.common.problem.Problem;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form some of whose fields only the domain can read. What is wrong with those is told together
 * with what is wrong with the others; the form is annotated with {@link Read}.
 */
public interface Form {

  /** The fields that the domain reads. */
  Stream<Reading> readings();

  /**
   * How a field is read.
   *
   * @param property its name in the form
   * @param typed null where it was not sent
   * @param reader throws the {@link Problem} that names the field
   */
  record Reading(String property, @Nullable String typed, Consumer<String> reader) {}

  /** Reads the fields of a {@link Form}. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = Reader.class)
  @interface Read {

    String message() default "invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** Names each field that cannot be read. */
  final class Reader implements ConstraintValidator<Read, Form> {

    @Override
    public boolean isValid(@Nullable Form form, ConstraintValidatorContext context) {
      if (form == null) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      return form.readings().filter(reading -> !isReadable(reading, context)).count() == 0;
    }

    private static boolean isReadable(Reading reading, ConstraintValidatorContext context) {
      if (reading.typed() == null) {
        return true;
      }
      try {
        reading.reader().accept(reading.typed());
        return true;
      } catch (Problem refused) {
        refused
            .errors()
            .forEach(
                fault ->
                    context
                        .buildConstraintViolationWithTemplate(fault.message())
                        .addPropertyNode(reading.property())
                        .addConstraintViolation());
        return false;
      }
    }
  }
}
