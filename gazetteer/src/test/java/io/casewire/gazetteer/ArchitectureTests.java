package io.casewire.gazetteer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.casewire.gazetteer", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule needsNothingButTheJdkAndText = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.casewire.gazetteer", "io.casewire.text", "java..", "org.jspecify..");
}
