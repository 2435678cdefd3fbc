package io.casewire.notify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.casewire.notify", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule featuresDoNotDependOnEachOtherInCircles =
            slices().matching("io.casewire.notify.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule servicesDoNotReachIntoEachOther = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.casewire.ingest..", "io.casewire.catalog..", "io.casewire.replication..");

    @ArchTest
    static final ArchRule onlyWebhookDeliverySpeaksMicronaut = noClasses()
            .that()
            .resideOutsideOfPackage("io.casewire.notify.delivery.webhook..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micronaut..");
}
