package org.countersign.workflows.register;

import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowExternalOperation;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.ownership.RegisterRoots;
import org.countersign.contracts.ownership.SecurityRegister;

/** Computes the roots of the register that this node keeps of one security, beside the flows. */
final class ReadRoots implements FlowExternalOperation<RegisterRoots> {
    private final RegisterService service;
    private final SecureHash security;

    ReadRoots(ServiceHub services, SecureHash security) {
        this.service = services.cordaService(RegisterService.class);
        this.security = security;
    }

    @Override
    public RegisterRoots execute(String deduplicationId) {
        return service.transaction(
                () -> SecurityRegister.rootsOf(service.register().lines(security)));
    }
}
