package com.salesync.e2e.plant;

import java.lang.classfile.Annotation;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a mistake changes in one class. */
final class Edit {

  private static final ClassDesc OPTIONAL = ClassDesc.of("java.util.Optional");
  private static final ClassDesc SLIPS = ClassDesc.of(Slips.class.getName());

  private final String type;
  private final AtomicInteger hits = new AtomicInteger();
  private ClassTransform transform = ClassTransform.ACCEPT_ALL;

  private Edit(String type) {
    this.type = type;
  }

  /** The method says no, and does nothing. */
  static Edit no(String type, String method) {
    return body(type, method, code -> code.iconst_0().ireturn());
  }

  /** The method says yes, and does nothing. */
  static Edit yes(String type, String method) {
    return body(type, method, code -> code.iconst_1().ireturn());
  }

  /** The method finds nothing. */
  static Edit empty(String type, String method) {
    return body(
        type,
        method,
        code -> code.invokestatic(OPTIONAL, "empty", MethodTypeDesc.of(OPTIONAL)).areturn());
  }

  /** The method does nothing. */
  static Edit nothing(String type, String method) {
    return body(type, method, CodeBuilder::return_);
  }

  private static Edit body(String type, String method, Consumer<CodeBuilder> body) {
    Edit edit = new Edit(type);
    edit.transform =
        ClassTransform.transformingMethods(
            named(method),
            (builder, element) -> {
              if (element instanceof CodeModel) {
                edit.hits.incrementAndGet();
                builder.withCode(body);
              } else {
                builder.with(element);
              }
            });
    return edit;
  }

  /** A text in the method reads otherwise. */
  static Edit text(String type, String method, String old, String other) {
    return code(
        type,
        method,
        (builder, element) -> {
          boolean meant =
              element instanceof ConstantInstruction constant
                  && constant.constantValue() instanceof String text
                  && text.contains(old);
          if (meant) {
            builder.loadConstant(
                ((String) ((ConstantInstruction) element).constantValue()).replace(old, other));
          }
          return meant;
        });
  }

  /** Another constant of the same enumeration is meant. */
  static Edit constant(String type, String method, String old, String other) {
    return code(
        type,
        method,
        (builder, element) -> {
          boolean meant =
              element instanceof FieldInstruction field
                  && field.opcode() == Opcode.GETSTATIC
                  && field.name().equalsString(old);
          if (meant) {
            FieldInstruction field = (FieldInstruction) element;
            builder.getstatic(field.owner().asSymbol(), other, field.typeSymbol());
          }
          return meant;
        });
  }

  /** Whether an element was replaced. */
  @FunctionalInterface
  private interface Replacement {
    boolean replaces(CodeBuilder builder, CodeElement element);
  }

  private static Edit code(String type, String method, Replacement replacement) {
    Edit edit = new Edit(type);
    edit.transform =
        ClassTransform.transformingMethodBodies(
            named(method),
            (builder, element) -> {
              if (replacement.replaces(builder, element)) {
                edit.hits.incrementAndGet();
              } else {
                builder.with(element);
              }
            });
    return edit;
  }

  /**
   * The methods get another text than they are given.
   *
   * @param index of the argument, from 0
   * @param slip a method of {@link Slips} that makes it
   */
  static Edit argument(String type, List<String> methods, int index, String slip) {
    Edit edit = new Edit(type);
    edit.transform =
        ClassTransform.transformingMethodBodies(
            method -> methods.stream().anyMatch(method.methodName()::equalsString),
            CodeTransform.ofStateful(
                () ->
                    new CodeTransform() {
                      @Override
                      public void atStart(CodeBuilder builder) {
                        edit.hits.incrementAndGet();
                        int slot = builder.parameterSlot(index);
                        builder
                            .aload(slot)
                            .invokestatic(
                                SLIPS,
                                slip,
                                MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String))
                            .astore(slot);
                      }

                      @Override
                      public void accept(CodeBuilder builder, CodeElement element) {
                        builder.with(element);
                      }
                    }));
    return edit;
  }

  /** The method, which may be an interface's, lacks an annotation. */
  static Edit unannotated(String type, String method, String annotation) {
    Edit edit = new Edit(type);
    edit.transform =
        ClassTransform.transformingMethods(
            named(method),
            (builder, element) -> {
              if (element instanceof RuntimeVisibleAnnotationsAttribute annotations) {
                builder.with(edit.without(annotations, annotation));
              } else {
                builder.with(element);
              }
            });
    return edit;
  }

  /** The same of a field. */
  static Edit unannotatedField(String type, String annotation) {
    Edit edit = new Edit(type);
    edit.transform =
        ClassTransform.transformingFields(
            (builder, element) -> {
              if (element instanceof RuntimeVisibleAnnotationsAttribute annotations) {
                builder.with(edit.without(annotations, annotation));
              } else {
                builder.with(element);
              }
            });
    return edit;
  }

  private RuntimeVisibleAnnotationsAttribute without(
      RuntimeVisibleAnnotationsAttribute annotations, String annotation) {
    List<Annotation> left =
        annotations.annotations().stream()
            .filter(each -> !each.classSymbol().displayName().equals(annotation))
            .toList();
    if (left.size() < annotations.annotations().size()) {
      hits.incrementAndGet();
    }
    return RuntimeVisibleAnnotationsAttribute.of(left);
  }

  private static Predicate<MethodModel> named(String method) {
    return each -> each.methodName().equalsString(method);
  }

  /** The class that it changes. */
  String type() {
    return type;
  }

  ClassTransform transform() {
    return transform;
  }

  /**
   * To be asked once the class is transformed.
   *
   * @throws IllegalStateException if there was nothing to change: the class is no longer as it was
   */
  void requireDone(ClassModel model) {
    if (hits.get() == 0) {
      throw new IllegalStateException("Nothing to change in " + model.thisClass().asInternalName());
    }
  }
}
