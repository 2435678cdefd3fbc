package io.casewire.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.casewire.console", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("io.casewire.console.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule needsNoServiceAndHoldsNoRights = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.casewire.ingest..",
                    "io.casewire.catalog..",
                    "io.casewire.replication..",
                    "io.casewire.notify..",
                    "io.casewire.messaging..",
                    "org.springframework.security..");

    @ArchTest
    static final ArchRule onlySessionsKnowTokens = noClasses()
            .that()
            .resideOutsideOfPackage("io.casewire.console.session..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.casewire.identity..");
}
