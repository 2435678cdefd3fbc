package io.casewire.serving;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.casewire.serving", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("io.casewire.serving.(*)..").should().beFreeOfCycles();

    /** The console has none of it on its class path, and no feeds. */
    @ArchTest
    static final ArchRule onlyStoreJsonAndFeedsNeedWhatTheConsoleHasNot = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.casewire.serving.store", "io.casewire.serving.json", "io.casewire.serving.feed")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.casewire.contracts..",
                    "com.mongodb..",
                    "org.springframework.data..",
                    "org.springframework.dao..");
}
