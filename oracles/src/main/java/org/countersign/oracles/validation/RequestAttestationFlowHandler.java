package org.countersign.oracles.validation;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.oracles.compliance.RegisterInquiry;
import org.countersign.oracles.identity.HolderKnowledge;
import org.countersign.oracles.position.RegistrarPositions;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.UnknownSecurityException;
import org.countersign.workflows.identity.claim.KnownHolder;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationAnswers;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.AttestationRequests;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.RequestAttestationFlow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An authority's answer to what it is asked about a transaction, for all aspects of which it has a seat.
 *
 * <p>Steps for each aspect: see that it is asked rightly ({@link AdmissibleRequest}); find the security's definition;
 * gather what the checks need beside the tear-off; run all checks of the aspect; seal the report; sign with the key of
 * the seat if every requirement is met. Every other outcome is a reasoned refusal. Who is asked again about a
 * transaction gives the answer that it gave before.
 *
 * <p>The aspects are judged side by side and answered in one message. Only where one has to wait, for registrars or a
 * slow check, the others are answered before it.
 */
@InitiatedBy(RequestAttestationFlow.class)
public final class RequestAttestationFlowHandler extends FlowLogic<Void> {
    private static final Logger LOGGER = LoggerFactory.getLogger(RequestAttestationFlowHandler.class);

    private final FlowSession session;
    // Not yet told the proposer.
    private final Map<Aspect, AttestationAnswer> answers = new LinkedHashMap<>();

    /**
     * Created by the node.
     *
     * @param session with the proposer
     */
    public RequestAttestationFlowHandler(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        // Without a checkpoint: after a restart the platform delivers the same message again.
        AttestationRequests asked =
                session.receive(AttestationRequests.class, true).unwrap(received -> received);
        List<AspectCase> cases = cases(asked.getRequests());
        List<AspectCase> atHand = new ArrayList<>();
        List<AspectCase> waiting = new ArrayList<>();
        for (AspectCase one : cases) {
            (knowsAtOnce(one) ? atHand : waiting).add(one);
        }
        judge(atHand);
        if (!waiting.isEmpty()) {
            tell();
            gather(waiting);
            judge(waiting);
        }
        if (!answers.isEmpty()) {
            session.send(new AttestationAnswers(answers), true);
        }
        return null;
    }

    @Suspendable
    private List<AspectCase> cases(List<AttestationRequest> requests) throws FlowException {
        List<AspectCase> cases = new ArrayList<>();
        // Counted, for an iterator would have to go into the checkpoint.
        for (int index = 0; index < requests.size(); index++) {
            AttestationRequest request = requests.get(index);
            try {
                AspectCase opened = open(request);
                if (opened != null) {
                    cases.add(opened);
                }
            } catch (InadmissibleException refusal) {
                answers.put(
                        request.getAspect(),
                        AspectCase.inadmissible(
                                getServiceHub(), getOurIdentity(), session.getCounterparty(), request, refusal));
            }
        }
        return cases;
    }

    @Suspendable
    private AspectCase open(AttestationRequest request) throws FlowException, InadmissibleException {
        AdmissibleRequest admissible =
                AdmissibleRequest.of(getServiceHub(), getOurIdentity(), session.getCounterparty(), request);
        AspectCase opened = new AspectCase(getOurIdentity(), admissible);
        AttestationAnswer given = opened.given(getServiceHub()).orElse(null);
        if (given != null) {
            answers.put(request.getAspect(), given);
            return null;
        }
        ControlCommand measure =
                MeasureConsent.wanted(request.getTearOff(), request.getAspect()).orElse(null);
        SecurityDefinitionState announcing = AmendmentConsent.announcing(admissible);
        boolean judged = announcing == null && (measure == null || MeasureConsent.gives(measure));
        if (judged) {
            requireChecks(request.getAspect());
        }
        SecurityDefinitionState security = security(admissible);
        opened.know(FactsOfTearOff.read(getServiceHub(), admissible, security));
        if (measure != null) {
            MeasureConsent.require(getServiceHub(), measure, request.getTearOff());
        }
        if (announcing != null) {
            AmendmentConsent.require(
                    getServiceHub(), security, announcing, request.getTearOff().getId());
        }
        if (!judged) {
            answers.put(
                    request.getAspect(),
                    opened.answer(
                            getServiceHub(),
                            announcing == null ? MeasureConsent.affirmed() : AmendmentConsent.affirmed()));
            return null;
        }
        return opened;
    }

    // Whoever has no check to run would attest everything.
    private void requireChecks(Aspect aspect) throws InadmissibleException {
        if (!getServiceHub().cordaService(TransferChecks.class).isReady(aspect)) {
            throw new InadmissibleException(
                    Refusal.NO_CHECK,
                    getOurIdentity().getName().getOrganisation() + " judges no " + aspect
                            + ": no check of it is set up, or one is set up wrongly. Its operator finds in the node's"
                            + " log what to change in the settings.");
        }
    }

    @Suspendable
    private SecurityDefinitionState security(AdmissibleRequest request) throws FlowException, InadmissibleException {
        StateRef ref = request.attest().getDefinition();
        if (ref == null) {
            return registered(request.tearOff());
        }
        UniqueIdentifier id = identifier(request.tearOff());
        StateAndRef<SecurityDefinitionState> current;
        try {
            current = subFlow(new FindSecurityFlow.Referenced(id, ref));
        } catch (UnknownSecurityException unknown) {
            throw new InadmissibleException(Refusal.SUPERSEDED, "No registrar knows the security " + id.getId() + ".");
        }
        if (!current.getRef().equals(ref)) {
            throw new InadmissibleException(
                    Refusal.SUPERSEDED, "The definition " + ref + " is not the current one of its security.");
        }
        return current.getState().getData();
    }

    private static SecurityDefinitionState registered(FilteredTransaction tearOff) throws InadmissibleException {
        for (TransactionState<ContractState> output : tearOff.getOutputs()) {
            if (output.getData() instanceof SecurityDefinitionState) {
                return (SecurityDefinitionState) output.getData();
            }
        }
        throw noSecurity();
    }

    private static UniqueIdentifier identifier(FilteredTransaction tearOff) throws InadmissibleException {
        for (TransactionState<ContractState> output : tearOff.getOutputs()) {
            if (output.getData() instanceof SecurityDefinitionState) {
                return ((SecurityDefinitionState) output.getData()).getLinearId();
            }
        }
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof TokenCommand) {
                TokenType type = ((TokenCommand) command.getValue()).getToken().getTokenType();
                if (type instanceof TokenPointer) {
                    return ((TokenPointer<?>) type).getPointer().getPointer();
                }
            } else if (command.getValue() instanceof ControlCommand) {
                return ((ControlCommand) command.getValue()).getSecurity();
            }
        }
        throw noSecurity();
    }

    private static InadmissibleException noSecurity() {
        return new InadmissibleException(Refusal.BAD_REQUEST, "The transaction deals with no security.");
    }

    // Whether all that the checks need is known without waiting for anybody.
    private boolean knowsAtOnce(AspectCase one) {
        Set<FactKind> needs = getServiceHub().cordaService(TransferChecks.class).needs(one.facts());
        boolean awaitsPositions = needs.contains(FactKind.POSITIONS) && !knowsPositions(one);
        boolean awaitsHolders = needs.contains(FactKind.CLAIMS) && !knowsHolders(one);
        // What is asked of registrars depends on who the holders are.
        boolean awaitsRegister = needs.contains(FactKind.REGISTER) && (awaitsHolders || !knowsRegister(one));
        one.await(awaitsPositions, awaitsHolders, awaitsRegister);
        return !awaitsPositions && !awaitsHolders && !awaitsRegister;
    }

    private boolean knowsRegister(AspectCase one) {
        try {
            RegisterKnowledge told = RegisterInquiry.atOnce(this, one.request().tearOff(), one.facts());
            if (told != null) {
                one.know(one.facts().withRegister(told));
            }
            return told != null;
        } catch (FlowException untold) {
            lackRegister(one, untold);
            return true;
        }
    }

    private boolean knowsPositions(AspectCase one) {
        try {
            List<Position> positions =
                    RegistrarPositions.atOnce(this, one.request().tearOff(), one.facts());
            if (positions != null) {
                one.know(one.facts().withPositions(positions));
            }
            return positions != null;
        } catch (FlowException untold) {
            lack(one, untold);
            return true;
        }
    }

    private boolean knowsHolders(AspectCase one) {
        List<KnownHolder> holders = HolderKnowledge.atOnce(this, one.facts());
        if (holders != null) {
            one.know(one.facts().withHolders(holders));
        }
        return holders != null;
    }

    @Suspendable
    private void gather(List<AspectCase> cases) {
        for (int index = 0; index < cases.size(); index++) {
            AspectCase one = cases.get(index);
            if (one.awaitsHolders()) {
                one.know(one.facts()
                        .withHolders(HolderKnowledge.gather(this, one.request().tearOff(), one.facts())));
            }
            if (one.awaitsPositions()) {
                gatherPositions(one);
            }
            if (one.awaitsRegister()) {
                gatherRegister(one);
            }
        }
    }

    @Suspendable
    private void gatherPositions(AspectCase one) {
        try {
            one.know(one.facts()
                    .withPositions(RegistrarPositions.gather(this, one.request().tearOff(), one.facts())));
        } catch (FlowException untold) {
            lack(one, untold);
        }
    }

    @Suspendable
    private void gatherRegister(AspectCase one) {
        try {
            one.know(one.facts()
                    .withRegister(RegisterInquiry.gather(this, one.request().tearOff(), one.facts())));
        } catch (FlowException untold) {
            lackRegister(one, untold);
        }
    }

    private static void lackRegister(AspectCase one, FlowException untold) {
        LOGGER.error("The register for {} could not be asked.", one.facts().getTransactionId(), untold);
        one.lackRegister();
    }

    private static void lack(AspectCase one, FlowException untold) {
        LOGGER.error("Positions for {} could not be gathered.", one.facts().getTransactionId(), untold);
        one.lackPositions();
    }

    // Leaves in the answers what the checks have found last, so that it goes out with whatever comes next.
    @Suspendable
    private void judge(List<AspectCase> cases) {
        Map<Aspect, AspectCase> open = new LinkedHashMap<>();
        for (AspectCase one : cases) {
            open.put(one.aspect(), one);
        }
        while (!open.isEmpty()) {
            Map<Aspect, List<Finding>> found =
                    await(new CheckRound(getServiceHub(), getRunId().getUuid(), open.values()));
            // From here to the message nothing is awaited.
            found.forEach((aspect, findings) ->
                    answers.put(aspect, open.remove(aspect).answer(getServiceHub(), findings)));
            if (!open.isEmpty()) {
                tell();
            }
        }
    }

    @Suspendable
    private void tell() {
        if (!answers.isEmpty()) {
            // With a checkpoint: answers that went out are not to be told again, in another message with the same id.
            session.send(new AttestationAnswers(answers));
            answers.clear();
        }
    }
}
