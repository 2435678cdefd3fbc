package io.casewire.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules across modules; only here are all of them on one class path. */
@AnalyzeClasses(packages = "io.casewire", importOptions = ImportOption.DoNotIncludeTests.class)
class ServicesTests {
    @ArchTest
    static final ArchRule MODULES_DO_NOT_GO_ROUND_IN_CIRCLES =
            slices().matching("io.casewire.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_STANDALONE_KNOWS_SERVICES = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.casewire.contracts..",
                    "io.casewire.gazetteer..",
                    "io.casewire.identity..",
                    "io.casewire.messaging..",
                    "io.casewire.embedded..",
                    "io.casewire.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.casewire.ingest..",
                    "io.casewire.catalog..",
                    "io.casewire.replication..",
                    "io.casewire.notify..",
                    "io.casewire.console..");

    @ArchTest
    static final ArchRule NOTHING_IS_CALLED_COMMON = noClasses()
            .should()
            .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..impl..", "..dto..");

    @ArchTest
    static final ArchRule JSON_IS_JACKSON_3 = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");
}
