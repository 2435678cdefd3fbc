package io.casewire.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packagesOf = CatalogApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    private static final double HIDDEN = 0.4;

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("io.casewire.catalog.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_FIELD_IS_INJECTED = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_REACHED_INTO = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.casewire.ingest..",
                    "io.casewire.replication..",
                    "io.casewire.notify..",
                    "io.casewire.console..");

    @ArchTest
    static void mostTypesAreHidden(JavaClasses classes) {
        List<JavaClass> types = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .toList();
        long open = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat((double) open / types.size()).isLessThan(1 - HIDDEN);
    }
}
