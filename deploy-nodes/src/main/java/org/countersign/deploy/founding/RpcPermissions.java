package org.countersign.deploy.founding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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
            "definition.RegisterSecurityFlow$Initiator",
            "definition.ChangeStatusFlow$Initiator",
            "definition.FindSecurityFlow",
            "definition.ListSecuritiesFlow",
            "holding.IssueSecurityFlow$Initiator",
            "holding.TransferFlow$Initiator",
            "holding.RedeemFlow$Initiator",
            "holding.AffirmTradeFlow",
            "holding.HoldingsFlow",
            "holding.ShowTransactionFlow",
            "cash.IssueCashFlow",
            "ownership.proof.ExportOwnershipProofFlow",
            "validation.journal.ReadJournalFlow",
            "validation.journal.VerifyJournalFlow",
            "validation.journal.SignJournalFlow");

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

    /** The permissions in the notation of the node's configuration. */
    static List<String> all() {
        List<String> permissions = new ArrayList<>();
        STARTABLE.forEach(flow -> permissions.add("StartFlow." + FLOWS + flow));
        permissions.add("StartFlow." + PLAIN_MOVE);
        READABLE.forEach(operation -> permissions.add("InvokeRpc." + operation));
        return Collections.unmodifiableList(permissions);
    }
}
