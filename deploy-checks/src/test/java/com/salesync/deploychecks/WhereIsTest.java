package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follows the ways of docs/where-is.md, as a newcomer would. */
class WhereIsTest {

  private static final int MOST_HOPS = 3;

  /** More, and a reader searches again. */
  private static final int MOST_FOUND = 20;

  private static final Pattern ROW = Pattern.compile("^\\| (.+?) \\| (.+?) \\| .*\\|$");
  private static final Pattern SEARCH = Pattern.compile("search `(.+)`");
  private static final Pattern FILE = Pattern.compile("\\[(.+)]\\((.+)\\)");

  @Test
  void everyWayLeadsThere() {
    List<String> problems = new ArrayList<>();
    List<MatchResult> rows =
        Repository.read("docs/where-is.md")
            .lines()
            .flatMap(line -> ROW.matcher(line).results())
            .filter(row -> row.group(2).contains("[") || row.group(2).contains("search"))
            .toList();
    rows.forEach(row -> problems(row.group(2)).map(row.group(1)::concat).forEach(problems::add));

    assertThat(rows).hasSizeGreaterThanOrEqualTo(10);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search `no_such_word` → [events](events.md)|: events.md has no no_such_word",
        "[events](events.md) → [rules](../deploy/prometheus/rules.yml)|: events.md has no rules",
        "[events](happenings.md)|: no happenings.md",
        "search `import`|: \\d+ files have import",
        "the second drawer|: unclear: the second drawer",
        "search `a` → [a](events.md) → search `b` → [b](glossary.md)|: 4 hops"
      })
  void aWayThatLeadsNowhereIsCaught(String way, String problem) {
    assertThat(problems(way)).anyMatch(found -> found.matches(problem));
  }

  private static Stream<String> problems(String way) {
    List<String> hops = List.of(way.split(" → "));
    List<String> problems = new ArrayList<>();
    if (hops.size() > MOST_HOPS) {
      problems.add(": " + hops.size() + " hops");
    }
    String sought = null;
    Path opened = null;
    for (String hop : hops) {
      var search = SEARCH.matcher(hop);
      var file = FILE.matcher(hop);
      if (search.matches()) {
        sought = search.group(1);
        long found = found(sought);
        if (found > MOST_FOUND) {
          problems.add(": " + found + " files have " + sought);
        }
        opened = null;
      } else if (file.matches()) {
        Path next = Repository.path("docs").resolve(file.group(2)).normalize();
        if (!Files.exists(next)) {
          problems.add(": no " + file.group(2));
          break;
        }
        if (opened != null && !names(opened, file.group(1))) {
          problems.add(": " + opened.getFileName() + " has no " + file.group(1));
        }
        if (sought != null && !names(next, sought)) {
          problems.add(": " + next.getFileName() + " has no " + sought);
        }
        sought = null;
        opened = next;
      } else {
        problems.add(": unclear: " + hop);
      }
    }
    return problems.stream();
  }

  private static long found(String text) {
    return Environment.MODULES.values().stream()
        .flatMap(
            module ->
                Repository.files(module + "/src/main", ".java", ".sql", ".yaml", ".properties")
                    .stream())
        .filter(file -> names(file, text))
        .count();
  }

  private static boolean names(Path file, String text) {
    return file.getFileName().toString().contains(text) || Repository.read(file).contains(text);
  }
}
