package org.countersign.deploy.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.corda.core.flows.FlowException;
import net.corda.core.serialization.ConstructorForDeserialization;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the modules, what a contract may touch, and the names of the house. */
class HouseTest {
    private static final String LEDGER = "org.countersign.contracts..";
    private static final String LANGUAGE = "org.countersign.language..";
    private static final String WORKFLOWS = "org.countersign.workflows..";
    private static final String ORACLES = "org.countersign.oracles..";
    private static final String CLIENTS = "org.countersign.client..";
    private static final String NOTARY = "org.countersign.notary..";
    private static final String DEPLOY = "org.countersign.deploy..";

    private static final List<String> MODULES = Arrays.asList(
            "contracts/ledger",
            "contracts/language",
            "workflows",
            "oracles",
            "clients/cli",
            "clients/rest",
            "notary-config",
            "deploy-nodes");

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .importPaths(MODULES.stream().map(HouseTest::classesOf).collect(Collectors.toList()));
    }

    // The module's own directory is the working directory of its tests.
    private static Path classesOf(String module) {
        Path classes = Paths.get("..", module, "target", "classes");
        assertThat(classes)
                .as("Build the whole reactor before its house is looked at")
                .isDirectory();
        return classes;
    }

    @Test
    void theLedgerKnowsNoOtherModule() {
        holds(noneKnows(LEDGER, LANGUAGE, WORKFLOWS, ORACLES, CLIENTS, NOTARY, DEPLOY));
    }

    @Test
    void theLanguageKnowsOnlyTheLedger() {
        holds(noneKnows(LANGUAGE, WORKFLOWS, ORACLES, CLIENTS, NOTARY, DEPLOY));
    }

    @Test
    void workflowsKnowOnlyLedgerAndLanguage() {
        holds(noneKnows(WORKFLOWS, ORACLES, CLIENTS, NOTARY, DEPLOY));
    }

    @Test
    void oraclesClientsAndNotaryConfigurationKnowNoneOfTheirSiblings() {
        holds(noneKnows(ORACLES, CLIENTS, NOTARY, DEPLOY));
        holds(noneKnows(CLIENTS, ORACLES, NOTARY, DEPLOY));
        holds(noneKnows(NOTARY, LEDGER, LANGUAGE, WORKFLOWS, ORACLES, CLIENTS, DEPLOY));
    }

    @Test
    void theLauncherKnowsNoClient() {
        holds(noneKnows(DEPLOY, CLIENTS));
    }

    @Test
    void contractsTouchNeitherClockNorRandomnessNorFilesNorNetworkNorThreadsNorReflection() {
        holds(noClasses()
                .that()
                .resideInAPackage(LEDGER)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.Clock"
                        + "|java\\.util\\.(Random|Timer.*|SplittableRandom)"
                        + "|java\\.security\\.SecureRandom"
                        + "|java\\.(net|nio\\.file|nio\\.channels|sql|lang\\.reflect|util\\.concurrent)\\..*"
                        + "|java\\.io\\.(File|FileInputStream|FileOutputStream|RandomAccessFile|Console)"
                        + "|java\\.lang\\.(Thread|Process|ProcessBuilder|Runtime)"));
        holds(noClasses()
                .that()
                .resideInAPackage(LEDGER)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Class.class, "forName", String.class));
    }

    // The SDK's contract verifies nothing under a token command that is none of its own three: with one of ours,
    // anybody
    // could make and take plain tokens.
    @Test
    void noCommandOfTheLedgerIsATokenCommand() {
        holds(noClasses().that().resideInAPackage(LEDGER).should().beAssignableTo(TokenCommand.class));
    }

    @Test
    void contractsKeepNoStaticState() {
        holds(noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(LEDGER)
                .and()
                .areStatic()
                .should()
                .notBeFinal());
    }

    @Test
    void moneyIsNeverFloatingPoint() {
        for (String type : Arrays.asList("double", "float", "java.lang.Double", "java.lang.Float")) {
            holds(noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(LEDGER, WORKFLOWS, ORACLES, CLIENTS)
                    .should()
                    .haveRawType(type));
        }
    }

    @Test
    void nothingIsCalledManagerHelperOrUtil() {
        holds(noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?)(\\$.*)?"));
    }

    @Test
    void whatFlowsFailWithCanBeReadAgain() {
        List<JavaClass> failures = house.stream()
                .filter(type -> type.isAssignableTo(FlowException.class))
                .collect(Collectors.toList());
        assertThat(failures).hasSizeGreaterThan(10);
        for (JavaClass failure : failures) {
            Class<?> type = failure.reflect();
            List<Constructor<?>> marked = Arrays.stream(type.getDeclaredConstructors())
                    .filter(constructor -> type.getDeclaredConstructors().length == 1
                            || constructor.isAnnotationPresent(ConstructorForDeserialization.class))
                    .collect(Collectors.toList());
            assertThat(marked)
                    .as("the constructor by which a node reads %s", type)
                    .hasSize(1);
            for (Parameter parameter : marked.get(0).getParameters()) {
                String getter = "get" + parameter.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + parameter.getName().substring(1);
                assertThat(type.getMethods())
                        .as("what tells the parameter %s of %s", parameter.getName(), type)
                        .extracting(Method::getName)
                        .contains(getter);
            }
        }
    }

    @Test
    void noPackageIsInTwoModules() throws Exception {
        Map<String, String> homes = new HashMap<>();
        for (String module : MODULES) {
            JavaClasses classes = new ClassFileImporter().importPath(classesOf(module));
            for (JavaClass type : classes) {
                String earlier = homes.putIfAbsent(type.getPackageName(), module);
                assertThat(earlier == null || earlier.equals(module))
                        .as("%s is in %s and in %s", type.getPackageName(), earlier, module)
                        .isTrue();
            }
        }
        assertThat(homes).hasSizeGreaterThan(MODULES.size());
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws Exception {
        for (JavaClass type : house) {
            if (type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isNestedClass()) {
                assertThat(Files.exists(sourceOf(type.getPackageName())))
                        .as("package-info of %s", type.getPackageName())
                        .isTrue();
            }
        }
    }

    private static Path sourceOf(String packageName) {
        String relative = packageName.replace('.', '/') + "/package-info.java";
        return MODULES.stream()
                .map(module -> Paths.get("..", module, "src/main/java", relative))
                .filter(Files::exists)
                .findFirst()
                .orElse(Paths.get("..", relative));
    }

    private static ArchRule noneKnows(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                // A room may still hold nothing but its description.
                .allowEmptyShould(true);
    }

    private static void holds(ArchRule rule) {
        rule.check(house);
    }
}
