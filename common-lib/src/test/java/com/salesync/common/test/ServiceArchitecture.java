package com.salesync.common.test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

/** The rules of the house. Each has a fixture under {@code fixture} that breaks it. */
public final class ServiceArchitecture {

  private ServiceArchitecture() {}

  /** Everything a service must obey; {@code root} is its base package. */
  public static List<ArchRule> rules(String root) {
    return List.of(
        noOtherService(root),
        featuresKnowNoWeb(root),
        noFieldInjection(),
        noValueAnnotation(),
        noVagueNames(),
        noCatchAllRepositories(),
        noCycles(root));
  }

  /** The production classes of a base package. */
  public static JavaClasses mainClasses(String root) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(root);
  }

  /** Services meet over HTTP and Kafka only. */
  public static ArchRule noOtherService(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should(
            dependOnClassesThat(
                resideInAPackage("com.salesync..")
                    .and(not(resideInAnyPackage(root + "..", "com.salesync.common..")))))
        .as("A service depends on no other service");
  }

  /** {@code web -> feature}, never back. */
  public static ArchRule featuresKnowNoWeb(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + "..web..", root)
        .and(not(clientsOfNeighbours()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + "..web..", "org.springframework.web.bind..", "jakarta.servlet..")
        .as("A feature knows nothing of the web above it")
        .allowEmptyShould(true);
  }

  /** Spring spells the headers and bodies of an outgoing call as it does those of a controller. */
  private static DescribedPredicate<JavaClass> clientsOfNeighbours() {
    return DescribedPredicate.describe(
        "clients of neighbours",
        type ->
            type.isInterface()
                && type.getMethods().stream()
                    .anyMatch(
                        method ->
                            method.isMetaAnnotatedWith(
                                "org.springframework.web.service.annotation.HttpExchange")));
  }

  public static ArchRule noFieldInjection() {
    return noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .as("Dependencies come by the constructor");
  }

  public static ArchRule noValueAnnotation() {
    return fields()
        .should()
        .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .as("Configuration comes by typed properties, not @Value");
  }

  public static ArchRule noVagueNames() {
    return classes()
        .should()
        .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager)$")
        .as("Names say what a class is for")
        .allowEmptyShould(true);
  }

  /** An inherited findById or findAll would know no tenant. */
  public static ArchRule noCatchAllRepositories() {
    return noClasses()
        .should()
        .beAssignableTo("org.springframework.data.repository.CrudRepository")
        .as("Repositories declare the few methods they need, each scoped by store");
  }

  public static ArchRule noCycles(String root) {
    return SlicesRuleDefinition.slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }
}
