package io.casewire.outbound;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.casewire.outbound", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("io.casewire.outbound.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDecisionKnowsNoClient = noClasses()
            .that()
            .resideInAPackage("io.casewire.outbound.destination..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..", "io.netty.channel..", "io.netty.resolver..");

    @ArchTest
    static final ArchRule whoUsesItBringsItsOwnSettings = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.casewire.contracts..", "io.casewire.serving..");
}
