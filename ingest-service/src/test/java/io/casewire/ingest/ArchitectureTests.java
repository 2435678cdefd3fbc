package io.casewire.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packagesOf = IngestApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    /** The service around the parser. */
    private static final String[] SERVICE = {
        "io.casewire.ingest",
        "io.casewire.ingest.blob..",
        "io.casewire.ingest.document..",
        "io.casewire.ingest.lease..",
        "io.casewire.ingest.pipeline..",
        "io.casewire.ingest.publish..",
        "io.casewire.ingest.source.."
    };

    @ArchTest
    static final ArchRule PARSING_IS_A_PURE_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackages(SERVICE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule PARSING_KNOWS_NOTHING_OF_THE_SERVICE = noClasses()
            .that()
            .resideOutsideOfPackages(SERVICE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICE);

    @ArchTest
    static final ArchRule NO_FIELD_IS_INJECTED = noFields().should().beAnnotatedWith(Autowired.class);
}
