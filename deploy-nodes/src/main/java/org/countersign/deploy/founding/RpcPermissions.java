package org.countersign.deploy.founding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.countersign.deploy.topology.Role;

/**
 * What the RPC user of a node may do: start the flows that are meant for people and the Token SDK's plain move, which
 * attested transfers are measured against, and look. Not among it, on purpose: stopping the node, killing flows,
 * accepting network parameters, uploading attachments.
 */
final class RpcPermissions {
    private static final String FLOWS = "org.countersign.workflows.";

    private static final List<String> STARTABLE = Arrays.asList(
            "governance.FormCommitteeFlow$Initiator",
            "governance.ReformCommitteeFlow$Initiator",
            "governance.AffirmReformFlow",
            "governance.ListCommitteesFlow",
            "governance.ListMisbehaviourFlow",
            "governance.ExportMisbehaviourFlow",
            "definition.RegisterSecurityFlow$Initiator",
            "definition.RegisterSourceFlow$Initiator",
            "definition.ChangeStatusFlow$Initiator",
            "definition.PauseSecurityFlow$Initiator",
            "definition.AmendSecurityFlow$Announce",
            "definition.AmendSecurityFlow$Complete",
            "definition.AmendSecurityFlow$Withdraw",
            "definition.ViewAmendmentFlow",
            "definition.FindSecurityFlow",
            "definition.ListSecuritiesFlow",
            "definition.catalogue.SearchSecuritiesFlow",
            "holding.IssueSecurityFlow$Initiator",
            "holding.TransferFlow$Initiator",
            "holding.RedeemFlow$Initiator",
            "holding.AffirmTradeFlow",
            "holding.HoldingsFlow",
            "holding.ShowTransactionFlow",
            "control.TakeMeasureFlow$Initiator",
            "control.ListFreezesFlow",
            "cash.IssueCashFlow",
            "identity.IssueCredentialFlow$Initiator",
            "identity.RenewCredentialFlow",
            "identity.WithdrawCredentialFlow",
            "identity.ListCredentialsFlow",
            "identity.ExportCredentialFlow",
            "identity.ImportCredentialFlow",
            "identity.AffirmProvidersFlow",
            "identity.account.OpenAccountFlow",
            "identity.account.ListAccountsFlow",
            "identity.account.ReplaceAccountKeyFlow",
            "identity.AcceptProvidersFlow$Initiator",
            "ownership.proof.ExportOwnershipProofFlow",
            "segment.EstablishSegmentFlow",
            "segment.AmendSegmentFlow",
            "segment.DecideMembershipFlow",
            "segment.RequestMembershipFlow",
            "segment.ListSegmentsFlow",
            "segment.ListMembersFlow",
            "segment.OwnMembershipsFlow",
            "segment.ObservedTransactionsFlow",
            "segment.RequestJournalFlow",
            "segment.OrderFreezeFlow",
            "segment.CatchUpMembershipsFlow",
            "compliance.ExplainComplianceFlow",
            "compliance.ListScreeningFindingsFlow",
            "validation.journal.ReadJournalFlow",
            "validation.journal.VerifyJournalFlow",
            "validation.journal.SignJournalFlow");

    // Registers are kept by registrars, and by the regulators who observe them; only a registrar fetches transactions.
    private static final List<String> OF_KEEPERS =
            Arrays.asList("register.ShowRegisterFlow", "register.VerifyRegisterFlow");
    private static final List<String> OF_REGISTRARS = Collections.singletonList("register.CatchUpRegisterFlow");
    private static final List<String> OF_COMMITTEES = Arrays.asList(
            "control.AffirmMeasureFlow",
            "control.WithdrawMeasureFlow",
            "control.ListMeasuresFlow",
            "definition.AffirmAmendmentFlow");

    // It cannot get around attestation: what the SDK's flow builds for a security, the security's contract refuses.
    private static final String PLAIN_MOVE = "com.r3.corda.lib.tokens.workflows.flows.rpc.MoveFungibleTokens";

    private static final List<String> READABLE = Arrays.asList(
            "nodeInfo",
            "networkMapSnapshot",
            "networkMapFeed",
            "getNetworkParameters",
            "notaryIdentities",
            "notaryPartyFromX500Name",
            "wellKnownPartyFromX500Name",
            "wellKnownPartyFromAnonymous",
            "partiesFromName",
            "partyFromKey",
            "nodeInfoFromParty",
            "currentNodeTime",
            "registeredFlows",
            "vaultQuery",
            "vaultQueryBy",
            "vaultQueryByCriteria",
            "vaultQueryByWithPagingSpec",
            "vaultQueryByWithSorting",
            "vaultTrack",
            "vaultTrackBy",
            "vaultTrackByCriteria",
            "vaultTrackByWithPagingSpec",
            "vaultTrackByWithSorting",
            "stateMachinesSnapshot",
            "stateMachinesFeed",
            "startFlowDynamicWithClientId",
            "reattachFlowWithClientId",
            "removeClientId");

    private RpcPermissions() {}

    /** All that is granted to anybody, in the notation of the node's configuration. */
    static List<String> all() {
        return of(EnumSet.allOf(Role.class));
    }

    /** What is granted at the node of a member with these roles, in the notation of the node's configuration. */
    static List<String> of(Set<Role> roles) {
        List<String> flows = new ArrayList<>(STARTABLE);
        if (roles.contains(Role.REGISTRAR) || roles.contains(Role.REGULATOR)) {
            flows.addAll(OF_KEEPERS);
        }
        if (roles.contains(Role.REGISTRAR)) {
            flows.addAll(OF_REGISTRARS);
        }
        if (roles.contains(Role.REGISTRAR) || roles.contains(Role.AUTHORITY)) {
            flows.addAll(OF_COMMITTEES);
        }
        List<String> permissions = new ArrayList<>();
        flows.forEach(flow -> permissions.add("StartFlow." + FLOWS + flow));
        permissions.add("StartFlow." + PLAIN_MOVE);
        READABLE.forEach(operation -> permissions.add("InvokeRpc." + operation));
        return Collections.unmodifiableList(permissions);
    }
}
