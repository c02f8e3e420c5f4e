package com.salesync.common.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Where present: not blank, not too long, and nothing that cannot be seen. To be kept as {@link
 * TypedText#kept} makes it.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Validator.class)
public @interface Text {

  /** The most characters, as a person counts them. */
  int max();

  /** Whether it may have line breaks and tabs, as a description or an address has. */
  boolean lines() default false;

  /** Whether nothing but white space is fine, and the same as nothing. */
  boolean blank() default false;

  String message() default "invalid";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says what is wrong. */
  final class Validator implements ConstraintValidator<Text, String> {

    private int max;
    private boolean lines;
    private boolean blank;

    @Override
    public void initialize(Text text) {
      max = text.max();
      lines = text.lines();
      blank = text.blank();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      if (value == null || (blank && TypedText.kept(value).isEmpty())) {
        return true;
      }
      String fault = TypedText.fault(value, max, lines);
      if (fault == null) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
      return false;
    }
  }
}
