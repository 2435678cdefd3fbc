package io.casewire.parsing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packagesOf = DocumentParser.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.casewire.parsing.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FIELDS_HAVE_NO_CYCLES =
            slices().matching("io.casewire.parsing.field.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule GENRES_KNOW_NOTHING_OF_EACH_OTHER =
            slices().matching("io.casewire.parsing.genre.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule NOTHING_BELOW_KNOWS_THE_FACADE = noClasses()
            .that()
            .resideInAPackage("io.casewire.parsing.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.casewire.parsing");

    /** What is not on the class path cannot be used, not even by reflection. */
    @Test
    void noServerIsOnTheClassPath() {
        List<String> servers = List.of(
                "org.springframework.context.ApplicationContext",
                "org.apache.kafka.clients.producer.Producer",
                "com.mongodb.client.MongoClient",
                "org.bson.Document",
                "io.cloudevents.CloudEvent");
        assertThat(servers.stream().filter(ArchitectureTests::isThere)).isEmpty();
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, ArchitectureTests.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
