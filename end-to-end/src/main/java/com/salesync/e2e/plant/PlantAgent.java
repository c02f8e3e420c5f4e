package com.salesync.e2e.plant;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plants one mistake into the process that it is attached to, and says so. */
public final class PlantAgent {

  private static final int CANNOT = 70;

  private PlantAgent() {}

  /**
   * What the virtual machine calls first.
   *
   * @param name of the mistake
   */
  public static void premain(String name, Instrumentation instrumentation) {
    Mistake mistake = Mistake.named(name);
    instrumentation.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte @Nullable [] transform(
              @Nullable ClassLoader loader,
              String className,
              @Nullable Class<?> redefined,
              ProtectionDomain domain,
              byte[] bytes) {
            List<Edit> edits = mistake.edits(className.replace('/', '.'));
            return edits.isEmpty() || loader == null
                ? null
                : planted(mistake, loader, edits, bytes);
          }
        });
  }

  /** A mistake that cannot be planted ends the process: else it would seem to be harmless. */
  @SuppressWarnings("SystemOut")
  private static byte[] planted(
      Mistake mistake, ClassLoader loader, List<Edit> edits, byte[] bytes) {
    try {
      byte[] planted = edited(loader, edits, bytes);
      System.err.println(mistake.mark());
      return planted;
    } catch (RuntimeException | Error cannot) {
      System.err.println("Cannot plant " + mistake.label() + ": " + cannot);
      Runtime.getRuntime().halt(CANNOT);
      throw cannot;
    }
  }

  static byte[] edited(ClassLoader loader, List<Edit> edits, byte[] bytes) {
    ClassFile file =
        ClassFile.of(
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    byte[] changed = bytes;
    for (Edit edit : edits) {
      ClassModel model = file.parse(changed);
      changed = file.transformClass(model, edit.transform());
      edit.requireDone(model);
    }
    return changed;
  }
}
