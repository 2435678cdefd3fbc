package io.casewire.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.casewire.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule STRANGERS_NEED_NO_SPRING =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule RECORDS_KNOW_NO_EVENTS = noClasses()
            .that()
            .resideInAnyPackage("..id..", "..parsed..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..event..", "..topic..", "..wire..");

    @ArchTest
    static final ArchRule EVENTS_KNOW_NO_KAFKA = noClasses()
            .that()
            .resideInAnyPackage("..event..", "..topic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.cloudevents..");
}
