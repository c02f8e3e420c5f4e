package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TerraformTest {

  private static final Path SCHEMA = Repository.path("deploy-checks/.tools/aws-schema.json");

  @Test
  void isFormatted() {
    Tool.Result result =
        Tool.any("terraform")
            .with("fmt", "-check", "-recursive", "-no-color", "terraform")
            .run(Repository.ROOT, Map.of("TF_CLI_CONFIG_FILE", "/dev/null"));

    assertThat(result.exit()).as(result.out()).isZero();
  }

  @Test
  void unformattedCodeIsCaught() throws Exception {
    Path folder = Files.createTempDirectory("unformatted");
    Files.writeString(folder.resolve("main.tf"), "locals {\na=1\n}\n");

    Tool.Result result =
        Tool.any("terraform")
            .with("fmt", "-check", folder.toString())
            .run(Repository.ROOT, Map.of("TF_CLI_CONFIG_FILE", "/dev/null"));

    assertThat(result.exit()).isNotZero();
  }

  @Test
  void modulesAndEnvironmentsAreValidAndPassTheirTests() {
    List<String> folders = folders("terraform");
    assertThat(folders).hasSizeGreaterThan(8);

    Tool.Result result = check(folders);

    assertThat(result.exit()).as(result.out()).isZero();
    assertThat(result.out()).contains(folders.size() + " folders checked, 0 failed");
  }

  @Test
  void eachMistakeIsCaught() {
    List<String> folders = folders("deploy-checks/src/test/resources/broken-terraform");
    assertThat(folders).isNotEmpty();

    Tool.Result result = check(folders);

    for (String folder : folders) {
      String expected = Repository.read(Path.of(folder, "says.txt")).strip();
      assertThat(result.out().lines())
          .as(folder)
          .anyMatch(line -> line.startsWith(folder + "\t") && line.contains(expected));
    }
  }

  @Test
  void networkPoliciesKnowTheSubnets() {
    for (String environment : List.of("dev", "prd")) {
      String cidr = value("terraform/environments/" + environment + "/main.tf", "cidr");
      Manifests manifests = Manifests.render("k8s/overlays/" + environment);
      String prefix = cidr.substring(0, cidr.indexOf(".0.0/16"));
      assertThat(blocks(manifests.named("NetworkPolicy/allow-load-balancer")))
          .containsExactly(prefix + ".0.0/18");
      if (environment.equals("prd")) {
        for (String policy : List.of("allow-database", "allow-migrations")) {
          assertThat(blocks(manifests.named("NetworkPolicy/" + policy)))
              .containsExactly(prefix + ".192.0/18");
        }
      }
    }
  }

  @Test
  void everySecretThatPrdReadsIsCreated() {
    Manifests prd = Manifests.render("k8s/overlays/prd");
    TreeSet<String> read =
        prd.of("ExternalSecret")
            .flatMap(secret -> secret.parts("spec", "data").stream())
            .map(data -> data.text("remoteRef", "key"))
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> created =
        Pattern.compile("\"(salesync/prd/[a-z-]+)\"")
            .matcher(Repository.read("terraform/modules/secrets/secrets.tftest.hcl"))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(created.remove("salesync/prd/internal-key-operator"))
        .as("is created for a person, and not read by the cluster")
        .isTrue();
    assertThat(read).isEqualTo(created);
  }

  @Test
  void everyImageHasARepository() {
    String module = Repository.read("terraform/modules/salesync/main.tf");

    assertThat(Environment.MODULES.values()).allMatch(name -> module.contains('"' + name + '"'));
  }

  @Test
  void theDatabaseIsWherePrdLooksForIt() {
    String host = value("terraform/modules/database/main.tf", "name", "postgres.");
    assertThat(Repository.read("k8s/overlays/prd/prd.properties")).contains("//" + host + ":5432/");
    assertThat(Repository.read("k8s/overlays/prd/kustomization.yaml")).contains("host=" + host);
  }

  @Test
  void podIdentitiesNameAnExistingServiceAccount() {
    Manifests prd = Manifests.render("k8s/overlays/prd");
    String account = value("terraform/modules/identity/main.tf", "service_account");

    assertThat(prd.of("ServiceAccount").map(Manifest::name)).contains(account);
  }

  private static Tool.Result check(List<String> folders) {
    Tool.any("terraform");
    Tool.require(SCHEMA);
    return Tool.script("check-terraform.mjs")
        .with(SCHEMA.toString())
        .with(folders.toArray(String[]::new))
        .run();
  }

  /** Folders with Terraform files directly in them. */
  private static List<String> folders(String start) {
    return Repository.files(start, ".tf").stream()
        .map(file -> file.getParent().toString())
        .distinct()
        .toList();
  }

  private static List<String> blocks(Manifest policy) {
    List<String> blocks = new ArrayList<>();
    policy
        .everywhere()
        .map(part -> part.text("ipBlock", "cidr"))
        .filter(cidr -> !cidr.isEmpty())
        .forEach(blocks::add);
    return blocks;
  }

  private static String value(String file, String key) {
    return value(file, key, "");
  }

  private static String value(String file, String key, String start) {
    Stream<MatchResult> found =
        Pattern.compile("\\b" + key + "\\s*=\\s*\"(" + Pattern.quote(start) + "[^\"]*)\"")
            .matcher(Repository.read(file))
            .results();
    return found.map(match -> match.group(1)).findFirst().orElseThrow();
  }
}
