import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Refuses names of types, packages, tables, metrics and alerts that docs/refused-names.txt lists:
 * {@code Names ROOT}. Tables are judged by what they are called once all migrations have run.
 *
 * <p>First it reads build/names-fixture, whose refused.txt says which of the names there must be
 * refused: a list or a check that refuses less, or more, stops the build.
 */
class Names {

  private static final Set<String> SKIPPED =
      Set.of("target", ".git", ".salesync", "node_modules", "names-fixture");
  private static final List<String> KINDS = List.of("type", "package", "table", "metric", "alert");

  private static final Pattern METER =
      Pattern.compile(
          "(Gauge|TimeGauge|MultiGauge|Counter|FunctionCounter|Timer|LongTaskTimer"
              + "|DistributionSummary)\\.builder|Observation\\.(createNotStarted|start)"
              + "|.*\\.(counter|timer|gauge|summary)|gauge");
  private static final Pattern OWN_METER = Pattern.compile("salesync(\\.[a-z_]+)+");
  private static final Pattern ALERT =
      Pattern.compile("^\\s*- (alert|record): (\\S+)", Pattern.MULTILINE);

  private static final String TABLE = "(?:if (?:not )?exists )?([\\w.\"]+)";
  private static final Pattern DEFINITION =
      Pattern.compile(
          "create (?:unlogged |temporary |temp |materialized |or replace )?(?:table|view) "
              + TABLE
              + "|alter (?:table|view) "
              + TABLE
              + " rename to ([\\w.\"]+)|drop (?:table|view) "
              + TABLE);
  private static final Pattern VERSION = Pattern.compile("V([\\d._]+)__.*\\.sql");

  private record Name(String kind, String text, Path file) {

    String label() {
      return kind + " " + text;
    }
  }

  static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    List<Pattern> refused =
        lines(root.resolve("docs/refused-names.txt")).map(Pattern::compile).toList();
    List<String> problems = new ArrayList<>(fixture(root.resolve("build/names-fixture"), refused));
    List<Name> names = names(root);
    KINDS.stream()
        .filter(kind -> names.stream().noneMatch(name -> name.kind().equals(kind)))
        .map(kind -> "No " + kind + " was found at all: the check has lost its way")
        .forEach(problems::add);
    for (Name name : names) {
      refused.stream()
          .filter(pattern -> pattern.matcher(name.text()).find())
          .findFirst()
          .map(pattern -> root.relativize(name.file()) + ": " + name.label() + "   " + pattern)
          .ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      problems.stream().sorted().forEach(System.err::println);
      System.err.println(
          "These names are refused by docs/refused-names.txt; docs/glossary.md has the words.");
      System.exit(1);
    }
  }

  private static List<String> fixture(Path folder, List<Pattern> refused) throws IOException {
    Set<String> expected = lines(folder.resolve("refused.txt")).collect(Collectors.toSet());
    Set<String> found = new TreeSet<>();
    Set<String> idle = refused.stream().map(Pattern::pattern).collect(Collectors.toSet());
    for (Name name : names(folder)) {
      for (Pattern pattern : refused) {
        if (pattern.matcher(name.text()).find()) {
          found.add(name.label());
          idle.remove(pattern.pattern());
        }
      }
    }
    List<String> problems = new ArrayList<>();
    difference(expected, found).map(name -> "Fixture: not refused: " + name).forEach(problems::add);
    difference(found, expected).map(name -> "Fixture: refused: " + name).forEach(problems::add);
    idle.stream()
        .map(pattern -> "Fixture: has no name for the pattern " + pattern)
        .forEach(problems::add);
    return problems;
  }

  private static Stream<String> difference(Set<String> names, Set<String> others) {
    return names.stream().filter(name -> !others.contains(name));
  }

  private static List<Name> names(Path root) throws IOException {
    Map<String, List<Path>> files = files(root);
    List<Name> names = inCode(files.getOrDefault("java", List.of()));
    names.addAll(tables(files.getOrDefault("sql", List.of())));
    for (Path file : files.getOrDefault("rules", List.of())) {
      ALERT
          .matcher(Files.readString(file))
          .results()
          .map(rule -> new Name(rule.group(1).replace("record", "metric"), rule.group(2), file))
          .forEach(names::add);
    }
    return names;
  }

  /** Types, nested ones too, packages, and the names that meters are given. */
  private static List<Name> inCode(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Name> names = new ArrayList<>();
    Set<String> packages = new HashSet<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitPackage(PackageTree declared, Void none) {
            String name = declared.getPackageName().toString();
            if (packages.add(name)) {
              names.add(new Name("package", name, file));
            }
            return super.visitPackage(declared, none);
          }

          @Override
          public Void visitClass(ClassTree type, Void none) {
            if (!type.getSimpleName().isEmpty()) {
              names.add(new Name("type", type.getSimpleName().toString(), file));
            }
            return super.visitClass(type, none);
          }

          @Override
          public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            String called = call.getMethodSelect().toString();
            List<? extends ExpressionTree> arguments = call.getArguments();
            if (!arguments.isEmpty()
                && arguments.getFirst() instanceof LiteralTree literal
                && literal.getValue() instanceof String name
                && !OWN_METER.matcher(name).matches()
                && METER.matcher(called).matches()) {
              names.add(new Name("metric", name, file));
            }
            return super.visitMethodInvocation(call, none);
          }

          /** Settings are called like metrics and read beside them. */
          @Override
          public Void visitLiteral(LiteralTree literal, Void none) {
            if (literal.getValue() instanceof String name && OWN_METER.matcher(name).matches()) {
              names.add(new Name("metric", name, file));
            }
            return super.visitLiteral(literal, none);
          }
        }.scan(unit, null);
      }
    }
    return names;
  }

  private static List<Name> tables(List<Path> migrations) throws IOException {
    Map<Path, Map<String, Path>> standing = new HashMap<>();
    for (Path file : migrations.stream().sorted(Comparator.comparing(Names::version)).toList()) {
      Map<String, Path> tables =
          standing.computeIfAbsent(file.getParent(), folder -> new TreeMap<>());
      String statements =
          Files.readString(file).replaceAll("--.*", "").replaceAll("\\s+", " ").toLowerCase();
      for (MatchResult found : DEFINITION.matcher(statements).results().toList()) {
        if (found.group(1) != null) {
          tables.put(bare(found.group(1)), file);
        } else if (found.group(2) != null) {
          tables.remove(bare(found.group(2)));
          tables.put(bare(found.group(3)), file);
        } else {
          tables.remove(bare(found.group(4)));
        }
      }
    }
    List<Name> names = new ArrayList<>();
    standing
        .values()
        .forEach(
            tables -> tables.forEach((name, file) -> names.add(new Name("table", name, file))));
    return names;
  }

  private static String bare(String table) {
    return table.replace("\"", "").replaceFirst(".*\\.", "");
  }

  /** Sortable: {@code V2__a.sql} comes before {@code V10__b.sql}. */
  private static String version(Path migration) {
    var named = VERSION.matcher(migration.getFileName().toString());
    return named.matches()
        ? Stream.of(named.group(1).split("[._]"))
            .map(part -> "%09d".formatted(Integer.parseInt(part)))
            .collect(Collectors.joining("."))
        : "";
  }

  private static Map<String, List<Path>> files(Path root) throws IOException {
    Map<String, List<Path>> found = new HashMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return !dir.equals(root) && SKIPPED.contains(dir.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.endsWith(".java")) {
              found.computeIfAbsent("java", kind -> new ArrayList<>()).add(file);
            } else if (VERSION.matcher(name).matches()) {
              found.computeIfAbsent("sql", kind -> new ArrayList<>()).add(file);
            } else if (name.equals("rules.yml")) {
              found.computeIfAbsent("rules", kind -> new ArrayList<>()).add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static Stream<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"));
  }
}
