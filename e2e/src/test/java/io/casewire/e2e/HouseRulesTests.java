package io.casewire.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules every module keeps; those of one module alone are in its own ArchitectureTests. */
class HouseRulesTests {
    /** What others are built on: nearly every type of theirs is there to be used. */
    private static final Set<String> VOCABULARIES = Set.of("client", "contracts", "query", "text");

    private static final double HIDDEN = 0.45;

    /** Of fewer types a share says nothing. */
    private static final int FEW = 10;

    private static final String[] SERVICES = {
        "io.casewire.ingest..", "io.casewire.catalog..", "io.casewire.replication..", "io.casewire.notify.."
    };

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .importPaths(modules()
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .filter(Files::isDirectory)
                        .toList());
    }

    static Stream<String> modules() {
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            return folders
                    .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void featuresOfAModuleHaveNoCycles(String module) {
        JavaClasses classes = built(module);
        slices().matching(root(classes) + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleHidesWhatOthersNeedNotSee(String module) {
        List<JavaClass> types = built(module).stream()
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
        assumeTrue(types.size() >= FEW, module + " has only " + types.size() + " types");
        double hidden = types.stream().filter(type -> !isVisible(type)).count() / (double) types.size();
        if (VOCABULARIES.contains(module)) {
            // else it does not belong on the list
            assertThat(hidden).as("hidden types of %s", module).isLessThan(HIDDEN);
        } else {
            assertThat(hidden).as("hidden types of %s", module).isGreaterThanOrEqualTo(HIDDEN);
        }
    }

    @Test
    void servicesKnowNothingOfEachOther() {
        for (String service : SERVICES) {
            noClasses()
                    .that()
                    .resideInAPackage(service)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Stream.concat(
                                    Stream.of("io.casewire.console.."),
                                    Stream.of(SERVICES).filter(other -> !other.equals(service)))
                            .toArray(String[]::new))
                    .check(all);
        }
    }

    @Test
    void modulesBelowTheServicesKnowNoService() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Stream.concat(
                                Stream.of(SERVICES),
                                Stream.of("io.casewire.standalone..", "io.casewire.cli..", "io.casewire.benchmarks.."))
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES)
                .check(all);
    }

    @Test
    void pureModulesKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.casewire.client..",
                        "io.casewire.contracts..",
                        "io.casewire.text..",
                        "io.casewire.calendar..",
                        "io.casewire.gazetteer..",
                        "io.casewire.query..",
                        "io.casewire.parsing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "io.micronaut..")
                .check(all);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .check(all);
    }

    @Test
    void noPackageIsAHeap() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..helpers..",
                        "..misc..",
                        "..impl..",
                        "..dto..",
                        "..controller..",
                        "..config..")
                .check(all);
    }

    @Test
    void noTypeIsNamedAfterHavingNoName() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .check(all);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        Set<String> packages = all.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                // written by the tool of the benchmarks
                .filter(type -> !type.getPackageName().endsWith(".jmh_generated"))
                .map(JavaClass::getPackageName)
                .collect(toCollection(TreeSet::new));
        Set<String> marked = all.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(JavaClass::getPackageName)
                .collect(toCollection(TreeSet::new));

        assertThat(packages).isNotEmpty();
        packages.removeAll(marked);
        assertThat(packages).as("packages without a purpose").isEmpty();
    }

    /** Seen from another module: public, and every type around it too. */
    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(HouseRulesTests::isVisible).orElse(true);
    }

    /** The longest package that holds all classes. */
    private static String root(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .reduce((one, other) -> {
                    String common = one;
                    while (!other.equals(common) && !other.startsWith(common + ".")) {
                        common = common.substring(0, common.lastIndexOf('.'));
                    }
                    return common;
                })
                .orElseThrow();
    }

    private static JavaClasses built(String module) {
        String folder = "/" + module + "/target/classes/";
        JavaClasses classes = all.that(DescribedPredicate.describe("in " + module, type -> type.getSource()
                .filter(source -> source.getUri().getPath().contains(folder))
                .isPresent()));
        assumeTrue(!classes.isEmpty(), module + " is not compiled in this build");
        return classes;
    }
}
