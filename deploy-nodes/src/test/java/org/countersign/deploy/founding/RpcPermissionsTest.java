package org.countersign.deploy.founding;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.flows.StartableByRPC;
import org.countersign.deploy.topology.Role;
import org.junit.jupiter.api.Test;

class RpcPermissionsTest {
    private static final String START = "StartFlow.";
    private static final String OURS = START + "org.countersign.";

    @Test
    void everyFlowThatCanBeStartedByRpcIsGrantedAndNoOther() {
        Set<String> startable = new ClassFileImporter()
                .importPackages("org.countersign.workflows").stream()
                        .filter(flow -> flow.isAnnotatedWith(StartableByRPC.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(startable).isNotEmpty();
        assertThat(RpcPermissions.all().stream()
                        .filter(permission -> permission.startsWith(OURS))
                        .map(permission -> permission.substring(START.length())))
                .containsExactlyInAnyOrderElementsOf(startable);
    }

    @Test
    void registersAreShownToRegistrarsAndRegulatorsAndFetchedByRegistrars() {
        String show = OURS + "workflows.register.ShowRegisterFlow";
        String catchUp = OURS + "workflows.register.CatchUpRegisterFlow";
        assertThat(RpcPermissions.of(EnumSet.of(Role.REGISTRAR))).contains(show, catchUp);
        assertThat(RpcPermissions.of(EnumSet.of(Role.REGULATOR))).contains(show).doesNotContain(catchUp);
        assertThat(RpcPermissions.of(EnumSet.complementOf(EnumSet.of(Role.REGISTRAR, Role.REGULATOR))))
                .isNotEmpty()
                .noneMatch(permission -> permission.contains(".register."));
    }

    @Test
    void nobodyIsGrantedEverythingNorWhatStopsNodesOrFlows() {
        assertThat(RpcPermissions.all())
                .doesNotContain("ALL")
                .noneMatch(permission -> permission.matches(
                        "InvokeRpc\\.(shutdown|terminate|killFlow|startFlow|startFlowDynamic|uploadAttachment.*"
                                + "|acceptNewNetworkParameters|setFlowsDrainingModeEnabled)"));
    }
}
