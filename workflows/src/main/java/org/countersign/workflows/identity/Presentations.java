package org.countersign.workflows.identity;

import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.states.AbstractToken;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.identity.sdjwt.DidKey;
import org.countersign.workflows.identity.sdjwt.DocumentSigner;
import org.countersign.workflows.identity.sdjwt.SdJwt;
import org.countersign.workflows.validation.AspectDisclosure;

/**
 * What a holder shows of its credentials, and to whom.
 *
 * <p>It shows them to an authority that sits on a committee which the policy of a security that this node knows demands
 * for the aspect, for a transaction in which the key in question gives or takes. What it shows follows from the aspect,
 * see {@link ClaimDisclosure}, and is good for that authority and that transaction only.
 */
public final class Presentations {
    private static final int MOST_OF_A_KIND = 3;

    private final ServiceHub services;

    /**
     * For a holder's node.
     *
     * @param services the node's services
     */
    public Presentations(ServiceHub services) {
        this.services = services;
    }

    /**
     * Answers a request.
     *
     * @param request what came
     * @param authority who asks
     * @return the credentials of the keys; none where there are none
     * @throws FlowException if the one who asks is not entitled to an answer
     */
    public PresentationAnswer answer(PresentationRequest request, Party authority) throws FlowException {
        requireEntitled(request, authority);
        List<String> documents = new ArrayList<>();
        for (PublicKey holder : request.getHolders()) {
            for (ClaimKind kind : ClaimKind.values()) {
                documents.addAll(presented(holder, kind, request, authority));
            }
        }
        return new PresentationAnswer(documents);
    }

    private List<String> presented(PublicKey holder, ClaimKind kind, PresentationRequest request, Party authority)
            throws FlowException {
        List<String> visible = ClaimDisclosure.visible(request.getAspect(), kind);
        if (visible.isEmpty()) {
            return Collections.emptyList();
        }
        List<CredentialDocument> newest = new HeldCredentials(services)
                .of(holder).stream()
                        .filter(credential -> credential.getKind() == kind)
                        .sorted(Comparator.comparing(CredentialDocument::getIssuedAt)
                                .reversed())
                        .limit(MOST_OF_A_KIND)
                        .collect(Collectors.toList());
        List<String> documents = new ArrayList<>();
        for (CredentialDocument credential : newest) {
            SdJwt shown = credential
                    .document()
                    .showing(claim -> claim.equals(ClaimDisclosure.SUBJECT) || visible.contains(claim));
            documents.add(shown.bound(
                            DidKey.of(authority.getOwningKey()),
                            request.getTearOff().getId().toString(),
                            services.getClock().instant().getEpochSecond(),
                            DocumentSigner.of(services, holder))
                    .compact());
        }
        return documents;
    }

    // One sentence for all reasons: who may not ask shall not find out what there is.
    private void requireEntitled(PresentationRequest request, Party authority) throws FlowException {
        FilteredTransaction tearOff = request.getTearOff();
        AspectDisclosure.check(tearOff, request.getAspect());
        Set<PublicKey> involved = involved(tearOff);
        Set<PublicKey> own = new LinkedHashSet<>();
        services.getKeyManagementService().filterMyKeys(request.getHolders()).forEach(own::add);
        boolean ours = !request.getHolders().isEmpty()
                && own.containsAll(request.getHolders())
                && involved.containsAll(request.getHolders());
        if (!ours || !isJudge(tearOff, request.getAspect(), authority)) {
            throw new WorkflowException(
                    "Credentials are not presented to " + authority.getName().getOrganisation()
                            + " for this transaction.",
                    "Ask as an authority that the security's policy names, about a transaction of the holder's.");
        }
    }

    private static Set<PublicKey> involved(FilteredTransaction tearOff) {
        Set<PublicKey> involved = new LinkedHashSet<>();
        for (TransactionState<ContractState> output : tearOff.getOutputs()) {
            if (output.getData() instanceof AbstractToken) {
                involved.add(((AbstractToken) output.getData()).getHolder().getOwningKey());
            }
        }
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof TokenCommand) {
                involved.addAll(command.getSigners());
            }
        }
        return involved;
    }

    private boolean isJudge(FilteredTransaction tearOff, Aspect aspect, Party authority) {
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() == aspect) {
                Attest attest = (Attest) command.getValue();
                Optional<CommitteeState> committee = Committees.all(services).stream()
                        .filter(known -> known.getRef().equals(attest.getCommittee()))
                        .map(known -> known.getState().getData())
                        .findFirst();
                if (committee.isPresent()
                        && committee.get().seatOf(authority).isPresent()
                        && isDemanded(attest, committee.get())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isDemanded(Attest attest, CommitteeState committee) {
        for (StateAndRef<SecurityDefinitionState> definition : Definitions.all(services)) {
            if (definition.getRef().equals(attest.getDefinition())) {
                return definition
                        .getState()
                        .getData()
                        .getValidationPolicy()
                        .requirementsFor(attest.getOperation())
                        .stream()
                        .anyMatch(requirement -> requirement.getAspect() == attest.getAspect()
                                && SelfCertifyingId.same(requirement.getCommittee(), committee.getLinearId()));
            }
        }
        return false;
    }
}
